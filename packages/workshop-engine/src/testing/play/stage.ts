import type { Actor, Command } from '../../command.ts'
import type { ClientCommand, Role, Views } from '../../engine.ts'
import type { AnyNodeType, ParticipantId } from '../../node-type.ts'
import type { Rejection } from '../../rejection.ts'
import type { EpochMs, WorkshopState } from '../../state.ts'

/** Who is here now and who no longer; `on`: which server says so; `pages`: with which page they came, and when. */
export interface PresenceChange {
  readonly present?: readonly string[]
  readonly away?: readonly string[]
  readonly on?: string
  readonly pages?: Record<string, { readonly page: string; readonly since: number }>
}

/** `null`: accepted. In a scenario that insists, a rejection is thrown instead. */
export type Outcome = Rejection | null

/** What the people of a scenario act on. */
export interface Stage<Types extends readonly AnyNodeType[]> {
  readonly state: WorkshopState
  /** `givenAt`: when it was done, if not just now. */
  send(actor: Actor, command: Command | ClientCommand<Types>, givenAt?: EpochMs): Outcome
  see<R extends Role>(role: R): Views<Types>[R]
  own(participantId: ParticipantId): Views<Types>['own'] | null
  /** Says who is here now and who no longer, as a server would. */
  presence(change: PresenceChange): Outcome
}

/** The step a command is meant for where a test does not say: the current one, or the first before the start. */
export function currentNode({ plan, flow }: WorkshopState): string {
  return flow.step?.nodeId ?? plan.nodes[0]?.id ?? ''
}

/** What a participant may do at a step, over all node types. */
export type ActOf<Types extends readonly AnyNodeType[], Kind extends 'act' | 'moderate'> = Extract<
  ClientCommand<Types>,
  { readonly type: Kind }
>['act']

/** Names the type of the step along, as every client does. */
export function actAt(state: WorkshopState, type: 'act' | 'moderate', nodeId: string, act: unknown): Command {
  const node = state.plan.nodes.find((one) => one.id === nodeId)?.type ?? 'slide'
  return { type, nodeId, node, act }
}
