import type { SessionEntry } from '@humuus/db'
import type { Difference } from './difference.ts'
import type { AuditOutcome } from './outcome.ts'

/** Differences shown at most; `--json` tells all. */
const shownAtMost = 20

/** The outcome for people to read. */
export function printAudit(outcome: AuditOutcome): string {
  const { session, log, refused, duplicates, devices, answers, replay, shown, redactedAt, ledger, differences } =
    outcome
  const row = (name: string, text: string) => `  ${name.padEnd(13)}${text}`
  const refusals = total(refused)
  return [
    '',
    `"${session.title}", code ${session.joinCode}, ${session.status}, ${dateOf(session.createdAt)}`,
    `session ${session.id}: ${number(log.events, 'event')}, ${number(log.people, 'person', 'people')}`,
    '',
    row(
      'Issued',
      `${devices.issued} by ${number(devices.reported, 'device')} that told, ${devices.waiting} still waiting`,
    ),
    row('Acknowledged', `${devices.acknowledged} to devices that told`),
    row('Counted', `${number(log.counted, 'command')} in the log, each once`),
    row('Refused', `${refusals}${byReason(refused)}`),
    row('Duplicates', `${duplicates} ignored`),
    row(
      'Answers',
      answers === null ? 'unknown' : `${answers.counted} in the report, ${answers.due} recounted from the log`,
    ),
    row(
      'Replay',
      replay === null ? 'impossible' : `read twice, ${number(replay.views, 'view')} compared byte for byte`,
    ),
    row(
      'Shown',
      `${number(shown.digests, 'picture')} of ${number(shown.versions, 'version')} compared with the replay`,
    ),
    ...(redactedAt === null
      ? []
      : [
          row(
            'Removed',
            `names of a person were removed on ${dateOf(redactedAt)}; pictures before that cannot be compared`,
          ),
        ]),
    ...(ledger === null
      ? []
      : [
          row(
            'Ledger',
            `${ledger.issued} issued, ${ledger.acknowledged} acknowledged, ${total(ledger.refused)} refused${byReason(ledger.refused)}, ` +
              `${ledger.unanswered} unanswered, ${ledger.duplicates} sent again`,
          ),
          ...(ledger.due === null ? [] : [row('', `${ledger.due} answers due by the ledger alone`)]),
        ]),
    '',
    ...verdict(differences),
  ].join('\n')
}

/** Sessions, a line each. */
export function printList(sessions: readonly SessionEntry[]): string {
  if (sessions.length === 0) return 'There are no sessions.'
  return sessions
    .map(
      ({ joinCode, id, createdAt, status, version, title }) =>
        `${joinCode}  ${id}  ${dateOf(createdAt)}  ${status.padEnd(9)}  ${String(version).padStart(6)} events  ${title}`,
    )
    .join('\n')
}

function verdict(differences: readonly Difference[]): string[] {
  if (differences.length === 0) return ['No difference: what was acknowledged is counted, exactly once.']
  const more = differences.length > shownAtMost ? [`  … and ${differences.length - shownAtMost} more`] : []
  const lines = differences.slice(0, shownAtMost).map(({ check, what }) => `  ${check}: ${what}`)
  return [`${number(differences.length, 'difference')}:`, ...lines, ...more]
}

const byReason = (refused: Readonly<Record<string, number>>): string => {
  const list = Object.entries(refused).map(([code, count]) => `${code} ${count}`)
  return list.length === 0 ? '' : ` (${list.join(', ')})`
}

const total = (sums: Readonly<Record<string, number>>): number =>
  Object.values(sums).reduce((all, count) => all + count, 0)

/** `2026-11-24 11:20 UTC` */
const dateOf = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

const number = (count: number, thing: string, things = `${thing}s`): string =>
  `${count} ${count === 1 ? thing : things}`
