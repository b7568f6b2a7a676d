import { engine, type HumuusCommand, type StoredAction, type WorkshopPlan } from '@humuus/workshop-engine'
import { type Counted, recountActs, recountEvents, type Tally, tally } from '@humuus/workshop-engine/testing'
import { type LedgerEntry, verdictOf } from '../ledger.ts'
import type { Replay } from '../replay.ts'

/** What a report of the session shows, as it comes out of JSON. */
export const reportOf = ({ end }: Pick<Replay, 'end'>): Counted => JSON.parse(JSON.stringify(engine.report(end)))

/** The report compared with the answers in the log, counted again step by step without the session around them. */
export function tallyOfLog({ plan, events }: Pick<Replay, 'plan' | 'events'>, report: Counted): Tally {
  return tally(recountEvents(plan, events, namesIn(report)), report)
}

/**
 * The report compared with what senders were told, from their ledger alone. `null` when somebody else answered, too: then the
 * ledger cannot tell what the sums have to be.
 */
export function tallyOfLedger(
  plan: WorkshopPlan,
  entries: readonly LedgerEntry[],
  log: readonly StoredAction[],
  report: Counted,
): Tally | null {
  const sent = new Map(entries.map((entry) => [entry.commandId, entry]))
  const isAnswer = ({ commandId, actionType }: StoredAction) => commandId !== null && actionType.includes('.')
  if (log.some((row) => isAnswer(row) && sent.get(row.commandId ?? '')?.command === undefined)) return null
  const versions = new Map(log.map(({ commandId, version }) => [commandId, version]))
  const acts = entries.flatMap((entry) => {
    const { by, command } = entry
    if (!isAct(command)) return []
    const verdict = verdictOf(entry)
    // Where nobody was told, both are right: it counts if it is there.
    const version = verdict === null ? versions.get(entry.commandId) : verdict.ok ? verdict.version : undefined
    return version === undefined ? [] : [{ by, nodeId: command.nodeId, act: command.act, version }]
  })
  const inOrder = acts.sort((a, b) => a.version - b.version)
  return tally(recountActs(plan, inOrder, namesIn(report)), report)
}

const isAct = (command: HumuusCommand | undefined): command is Extract<HumuusCommand, { type: 'act' }> =>
  command?.type === 'act'

function namesIn({ people }: Counted): (id: string) => string {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}
