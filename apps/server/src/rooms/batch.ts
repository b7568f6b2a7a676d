import type { CommandResult } from '@humuus/api'
import { type Actor, engine, type StoredAction, type WorkshopEvent } from '@humuus/workshop-engine'
import type { Moment } from './history.ts'
import type { Receipts } from './receipts.ts'
import type { QueuedWish } from './wish.ts'

/** What a batch of wishes comes to, judged one after the other from a moment on. */
export interface Batch {
  readonly results: readonly CommandResult[]
  readonly events: readonly WorkshopEvent[]
  readonly actions: readonly StoredAction[]
  readonly after: Moment
  /** Wishes that were known already. */
  readonly repeated: number
  /** Time of the last event: a log never runs backwards. */
  readonly at: number
}

/** Judges wishes in order; each sees what those before it did. Nothing is changed: the batch still has to be appended. */
export function judge(start: Moment, wishes: readonly QueuedWish[], receipts: Receipts, since: number): Batch {
  let { state, version } = start
  let now = since
  const events: WorkshopEvent[] = []
  const actions: StoredAction[] = []
  const inBatch = new Map<string, CommandResult>()
  let repeated = 0

  const results = wishes.map(({ commandId, actor, command, at, givenAt }): CommandResult => {
    const known = commandId === null ? null : (inBatch.get(commandId) ?? receipts.find(commandId))
    if (known) {
      repeated++
      return known
    }
    now = Math.max(now, at)
    const decision = engine.decide(state, typeof command === 'function' ? command() : command, { actor, now, givenAt })
    const said = decision.ok ? withId(decision.events, commandId, actor, now) : []
    const result: CommandResult = decision.ok ? { ok: true, version: version + Math.min(1, said.length) } : decision
    if (commandId !== null) inBatch.set(commandId, result)
    for (const [index, event] of said.entries()) {
      version++
      state = engine.evolve(state, event)
      events.push(event)
      actions.push({ ...engine.writeEvent(event), version, commandId: index === 0 ? commandId : null })
    }
    return result
  })
  return { results, events, actions, after: { state, version }, repeated, at: now }
}

/** What is accepted is in the log under its id, also when it changed nothing: sent again later, it must not be judged anew. */
function withId(
  events: readonly WorkshopEvent[],
  commandId: string | null,
  actor: Actor,
  at: number,
): readonly WorkshopEvent[] {
  if (events.length > 0 || commandId === null || actor.kind !== 'user') return events
  return [{ type: 'noted', by: actor.id, at, nodeId: '', data: {} }]
}
