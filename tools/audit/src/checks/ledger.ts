import type { CommandResult } from '@humuus/api'
import type { StoredAction } from '@humuus/workshop-engine'
import { type LedgerEntry, verdictOf } from '../ledger.ts'

/** What senders wrote down is what the log holds: an accepted command at its version, once; a refused one nowhere. */
export function checkLedger(entries: readonly LedgerEntry[], log: readonly StoredAction[]): string[] {
  const rows = rowsById(log)
  return entries.flatMap((entry) => {
    const verdict = verdictOf(entry)
    const there = rows.get(entry.commandId) ?? []
    return [...contradictions(entry, verdict), ...(verdict === null ? [] : unkept(entry, verdict, there))]
  })
}

function unkept({ commandId, by }: LedgerEntry, verdict: CommandResult, there: readonly StoredAction[]): string[] {
  const name = `command ${commandId} of ${by}`
  const [row] = there
  if (!verdict.ok) return row === undefined ? [] : [`${name} was refused (${verdict.rejection.code}) and is in the log`]
  if (row === undefined) return [`${name} was acknowledged and is not in the log`]
  return [
    ...(there.length === 1 ? [] : [`${name} is in the log ${there.length} times`]),
    ...(row.version === verdict.version
      ? []
      : [`${name} was acknowledged as version ${verdict.version} and is ${row.version}`]),
    ...(row.userId === by ? [] : [`${name} is in the log as one of ${row.userId}`]),
  ]
}

/** Answers to one id that settle it otherwise than the first one did. */
function contradictions({ commandId, by, answers }: LedgerEntry, verdict: CommandResult | null): string[] {
  if (verdict === null) return []
  const others = answers.filter((answer) => verdictOf({ answers: [answer] }) !== null && say(answer) !== say(verdict))
  return [...new Set(others.map(say))].map(
    (other) => `command ${commandId} of ${by} was answered ${say(verdict)} and ${other}`,
  )
}

const say = (answer: CommandResult): string =>
  answer.ok ? `yes (version ${answer.version})` : `no (${answer.rejection.code})`

function rowsById(log: readonly StoredAction[]): ReadonlyMap<string, readonly StoredAction[]> {
  const rows = new Map<string, StoredAction[]>()
  for (const row of log) {
    if (row.commandId === null) continue
    const same = rows.get(row.commandId)
    if (same === undefined) rows.set(row.commandId, [row])
    else same.push(row)
  }
  return rows
}
