import type { AcceptedAct } from '@humuus/workshop-engine/testing'
import type { Entry } from './ledger.ts'

/** What was acknowledged of all that was sent to steps, in the order of the receipts. */
export function acceptedActs(entries: readonly Entry[]): AcceptedAct[] {
  const acknowledged = entries.flatMap(({ command, by, answers: [first] }) =>
    command.type === 'act' && first?.ok
      ? [{ by, nodeId: command.nodeId, act: command.act, version: first.version }]
      : [],
  )
  return acknowledged.sort((a, b) => a.version - b.version)
}
