import { type AuditOutcome, audit, type LedgerEntry, verdictOf } from '@humuus/audit'
import { openDatabase, sessionBookStore } from '@humuus/db'
import type { Rig } from '@humuus/rig'
import type { MishapRecord } from './chaos.ts'
import type { Options } from './options.ts'
import type { Outcome } from './outcome.ts'
import type { Probe } from './probe.ts'
import { recoveryOf } from './recovery.ts'
import type { Theatre } from './theatre.ts'

interface Run {
  readonly rig: Rig
  readonly options: Options
  readonly folder: string
  readonly theatres: readonly Theatre[]
  readonly probe: Probe
  readonly record: MishapRecord
  readonly minutes: number
}

/** Audits every session that there is, and sums up. */
export async function examine(run: Run): Promise<Outcome> {
  const { rig, theatres, probe, record, options, folder } = run
  const played = theatres.flatMap((theatre) => theatre.played)
  const ledgers = new Map<string, readonly LedgerEntry[]>([
    ...played.map(({ sessionId, entries }) => [sessionId, entries] as const),
    [probe.sessionId, probe.entries],
  ])
  const audits = await auditAll(rig.database.url, ledgers)
  const ours = audits.filter(({ ledger }) => ledger !== null)
  const views = played.flatMap((session) => session.views ?? [])
  const unanswered = [...ledgers.values()].flat().filter((entry) => verdictOf(entry) === null)
  const faults = [
    ...theatres.flatMap(({ troubles }) => troubles),
    ...played.flatMap(({ title, sessionId, stuckAt }) =>
      stuckAt === null ? [] : [`${title} (${sessionId}) did not get to its end: ${stuckAt}`],
    ),
    ...(played.length === 0 ? ['no session was played'] : []),
    ...unanswered.map(({ commandId, sessionId }) => `command ${commandId} of session ${sessionId} was never answered`),
    ...played.flatMap(({ title, sessionId, views: seen }) =>
      (seen?.differences ?? ['views were not compared']).map((difference) => `${title} (${sessionId}): ${difference}`),
    ),
    ...audits.flatMap(({ session, differences }) =>
      differences.map(({ check, what }) => `audit of ${session.title} (${session.id}), ${check}: ${what}`),
    ),
    ...rig.deaths.map((death) => `${death} ended by itself: see ${rig.logs}`),
  ]
  return {
    seed: options.seed,
    minutes: Math.round(run.minutes * 100) / 100,
    queue: rig.redis === null ? 'PostgreSQL' : 'Redis',
    kills: countBy(record.mishaps.flatMap((mishap) => (mishap.kind === 'kill' ? [mishap.part] : []))),
    others: countBy(record.mishaps.flatMap((mishap) => (mishap.kind === 'kill' ? [] : [kindOf(mishap)]))),
    cuts: rig.front.cuts,
    sessions: { played: played.length, people: sum(played.map(({ people }) => people)) },
    commands: {
      issued: sum(ours.map(({ ledger }) => ledger?.issued ?? 0)),
      acknowledged: sum(ours.map(({ ledger }) => ledger?.acknowledged ?? 0)),
      counted: sum(ours.map(({ log }) => log.counted)),
      refused: sumsOf(ours.map(({ ledger }) => ledger?.refused ?? {})),
      duplicates: sum(ours.map(({ duplicates }) => duplicates)),
      inDoubt: sum(played.map(({ inDoubt }) => inDoubt)),
      unanswered: unanswered.length,
    },
    answers: {
      due: sum(ours.map(({ ledger }) => ledger?.due ?? 0)),
      counted: sum(ours.map(({ answers }) => answers?.counted ?? 0)),
    },
    views: {
      compared: sum(views.map(({ compared }) => compared)),
      equal: sum(views.map(({ compared, differences }) => compared - differences.length)),
    },
    audits: {
      sessions: audits.length,
      clean: audits.filter(({ differences }) => differences.length === 0).length,
      pictures: sum(audits.map(({ shown }) => shown.digests)),
    },
    recovery: recoveryOf(record.recoveries),
    faults,
    folder,
  }
}

/** Also the sessions that somebody made and nobody played, because the answer was lost. */
async function auditAll(url: string, ledgers: ReadonlyMap<string, readonly LedgerEntry[]>): Promise<AuditOutcome[]> {
  const database = openDatabase(url, { max: 2 })
  try {
    const audits: AuditOutcome[] = []
    for (const { id } of await sessionBookStore(database).list({})) {
      const found = await audit(database, id, ledgers.get(id))
      if (found !== null) audits.push(found)
    }
    return audits
  } finally {
    await database.close()
  }
}

const kindOf = (mishap: MishapRecord['mishaps'][number]): string =>
  'part' in mishap ? `${mishap.kind} ${mishap.part}` : `${mishap.kind} all links`

function countBy(names: readonly string[]): Record<string, number> {
  return sumsOf(names.map((name) => ({ [name]: 1 })))
}

function sumsOf(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [name, count] of all.flatMap((one) => Object.entries(one))) sums[name] = (sums[name] ?? 0) + count
  return Object.fromEntries(Object.entries(sums).sort(([, a], [, b]) => b - a))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
