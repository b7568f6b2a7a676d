import type { Actor } from '../command.ts'
import { type NodeEvent, type SessionEventOf, type SessionEventType, systemUser, type WorkshopEvent } from '../event.ts'
import { must } from '../must.ts'
import { findNode, type NodeCatalog } from '../node-catalog.ts'
import type { Refused } from '../rejection.ts'
import type { EpochMs, WorkshopState } from '../state.ts'

/** What a decision may know besides the command; time comes in as data. */
export interface DecisionContext {
  readonly catalog: NodeCatalog
  readonly state: WorkshopState
  readonly actor: Actor
  readonly now: EpochMs
  /** When the person did it, as far as that is believed (`fairTime`): what time on the way would otherwise cost. */
  readonly givenAt: EpochMs
}

export type Decision = { readonly ok: true; readonly events: readonly WorkshopEvent[] } | Refused

export const userOf = (actor: Actor): string => (actor.kind === 'user' ? actor.id : systemUser)

/** One event about the session, said by the actor now. */
export function event<T extends SessionEventType>(
  context: DecisionContext,
  type: T,
  data: SessionEventOf<T>['data'],
  nodeId = '',
): SessionEventOf<T> {
  return { type, by: userOf(context.actor), at: context.now, nodeId, data }
}

/** One event of the type of a step, said by the actor now. */
export function nodeEvent(context: DecisionContext, nodeId: string, data: unknown): NodeEvent {
  const node = must(findNode(context.state, nodeId), `the plan has a step ${nodeId}`).type
  return { type: 'node', node, nodeId, by: userOf(context.actor), at: context.now, data }
}

export const accept = (...events: readonly WorkshopEvent[]): Decision => ({ ok: true, events })

/** The wish is already true: accepted, nothing to record. */
export const nothing: Decision = { ok: true, events: [] }

/** Whether they run the workshop, as facilitator or co-facilitator. */
export const isHost = ({ state, actor }: DecisionContext): boolean => state.facilitators.has(userOf(actor))

/** Whether the session is theirs: made by them, or handed over to them. */
export const isFacilitator = ({ state, actor }: DecisionContext): boolean =>
  state.facilitators.get(userOf(actor))?.role === 'facilitator'
