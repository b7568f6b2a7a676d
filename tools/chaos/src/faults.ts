import type { AuditOutcome, LedgerEntry } from '@humuus/audit'
import type { Rig } from '@humuus/rig'
import type { Remembered } from './theatre.ts'

interface Findings {
  readonly played: readonly Omit<Remembered, 'entries' | 'people' | 'inDoubt'>[]
  readonly audits: readonly Pick<AuditOutcome, 'session' | 'differences'>[]
  /** Commands to which nobody ever gave an answer. */
  readonly unanswered: readonly Pick<LedgerEntry, 'commandId' | 'sessionId'>[]
  /** Sessions that broke off and servers that did not come back, in words. */
  readonly troubles: readonly string[]
  readonly rig: Pick<Rig, 'deaths' | 'logs'>
}

/** What keeps a run from being a success, a line each, with what to look at. */
export function faultsOf({ played, audits, unanswered, troubles, rig }: Findings): string[] {
  return [
    ...(played.length === 0 ? ['no session was played'] : []),
    ...troubles,
    ...played.flatMap(({ title, sessionId, stuckAt }) =>
      stuckAt === null ? [] : [`${title} (${sessionId}) did not get to its end: ${stuckAt}`],
    ),
    ...unanswered.map(({ commandId, sessionId }) => `command ${commandId} of session ${sessionId} was never answered`),
    ...played.flatMap(({ title, sessionId, views }) =>
      (views?.differences ?? ['views were not compared']).map((difference) => `${title} (${sessionId}): ${difference}`),
    ),
    ...audits.flatMap(({ session, differences }) =>
      differences.map(({ check, what }) => `audit of ${session.title} (${session.id}), ${check}: ${what}`),
    ),
    ...rig.deaths.map((death) => `${death} ended by itself: see ${rig.logs}`),
  ]
}
