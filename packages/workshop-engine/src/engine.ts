import { z } from 'zod'
import { affects } from './affects.ts'
import { type Actor, type Command, FacilitatorCommand, PersonCommand } from './command.ts'
import { nextDeadline } from './deadline.ts'
import { fileRules, seesFile } from './decide/files.ts'
import { decide } from './decide.ts'
import { type Delta, delta } from './delta.ts'
import type { WorkshopEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { FileRules, FileViewer } from './file-news.ts'
import { fairTime } from './grace.ts'
import type { JsonValue } from './json.ts'
import { nodeCatalog } from './node-catalog.ts'
import type { AnyNodeType, ParticipantId } from './node-type.ts'
import { NodeId, planSchema, type WorkshopPlan } from './plan.ts'
import type { Refused } from './rejection.ts'
import { type Report, report } from './report.ts'
import { initialState, type SessionStart, type WorkshopState } from './state.ts'
import type { StoredAction } from './stored-action.ts'
import { readEvent, writeEvent } from './stored-event.ts'
import { type HostView, hostView } from './views/host.ts'
import { type OwnView, ownView } from './views/own.ts'
import { ownDeltas } from './views/own-deltas.ts'
import { type ParticipantView, participantView } from './views/participant.ts'
import { type ScreenView, screenView } from './views/screen.ts'

export type Role = 'participant' | 'screen' | 'host'

type Named<Type extends AnyNodeType, View> = { readonly type: Type['type'] } & View

type ParticipantContent<Type> = Type extends AnyNodeType ? Named<Type, ReturnType<Type['participant']>> : never
type ScreenContent<Type> = Type extends AnyNodeType ? Named<Type, ReturnType<Type['screen']>> : never
type HostContent<Type> = Type extends AnyNodeType ? Named<Type, ReturnType<Type['host']>> : never
type OwnContent<Type> = Type extends AnyNodeType ? Named<Type, ReturnType<Type['own']>> : never
type ActOf<Type, Kind extends 'act' | 'moderate'> = Type extends AnyNodeType
  ? {
      readonly type: Kind
      readonly nodeId: string
      readonly node: Type['type']
      readonly act: z.output<Kind extends 'act' ? Type['command'] : Type['moderation']>
    }
  : never

/** The views of an engine with these node types. */
export interface Views<Types extends readonly AnyNodeType[]> {
  readonly participant: ParticipantView<ParticipantContent<Types[number]>>
  readonly screen: ScreenView<ScreenContent<Types[number]>>
  readonly host: HostView<HostContent<Types[number]>>
  readonly own: OwnView<OwnContent<Types[number]>>
}

/** Everything a client may send to an engine with these node types. */
export type ClientCommand<Types extends readonly AnyNodeType[]> =
  | PersonCommand
  | FacilitatorCommand
  | ActOf<Types[number], 'act'>
  | ActOf<Types[number], 'moderate'>

export type EngineDecision = { readonly ok: true; readonly events: readonly WorkshopEvent[] } | Refused

export interface Engine<Types extends readonly AnyNodeType[]> {
  readonly types: Types
  /** The file format of a workshop, defaults filled in. */
  readonly plan: z.ZodType<WorkshopPlan>
  /** What a client may send; system commands are not part of it. */
  readonly command: z.ZodType<ClientCommand<Types>>
  initial(start: SessionStart): WorkshopState
  /**
   * Judges; changes nothing. `now` is when the command came in, `givenAt` when the person did it, by the same clock as far as
   * their device knows it; both epoch ms.
   */
  decide(
    state: WorkshopState,
    command: Command | ClientCommand<Types>,
    context: { readonly actor: Actor; readonly now: number; readonly givenAt?: number | undefined },
  ): EngineDecision
  evolve(state: WorkshopState, event: WorkshopEvent): WorkshopState
  fold(state: WorkshopState, events: Iterable<WorkshopEvent>): WorkshopState
  /** What all of a role see. Equal states give the same object. */
  sharedView<R extends Role>(state: WorkshopState, role: R): Views<Types>[R]
  /** What only this person sees; `null` for somebody who never joined. */
  ownView(state: WorkshopState, participantId: ParticipantId): Views<Types>['own'] | null
  /** The change of the own view between two states, for anybody who joined; equal to `delta` of their views in what it leads to. */
  ownDeltas(from: WorkshopState, to: WorkshopState): (participantId: ParticipantId) => Delta
  /** Whose own view an event may change. */
  affects(event: WorkshopEvent): 'everyone' | readonly ParticipantId[]
  nextDeadline(state: WorkshopState): number | null
  /** What somebody may begin to give at a step now, or why nothing. Files that are on their way are not known here. */
  fileRules(
    state: WorkshopState,
    asked: { readonly userId: string; readonly nodeId: string; readonly now: number },
  ): ({ readonly ok: true } & FileRules) | Refused
  /** Whether somebody may look at a file that was given in this session. */
  seesFile(state: WorkshopState, viewer: FileViewer, fileId: string): boolean
  report(state: WorkshopState): Report<HostContent<Types[number]>>
  /** Stored row → event; throws on a row that no version of this engine wrote. */
  readEvent(action: StoredAction): WorkshopEvent
  writeEvent(event: WorkshopEvent): Pick<StoredAction, 'userId' | 'nodeId' | 'actionType' | 'actionData' | 'at'>
  delta(from: unknown, to: unknown): Delta
}

/** An engine for a registry of node types. */
export function createEngine<const Types extends readonly AnyNodeType[]>(types: Types): Engine<Types> {
  const catalog = nodeCatalog(types)
  const views = { participant: participantView, screen: screenView, host: hostView } as const
  const shared = new WeakMap<WorkshopState, Partial<Record<Role, unknown>>>()

  function sharedView<R extends Role>(state: WorkshopState, role: R): Views<Types>[R] {
    const known = shared.get(state) ?? {}
    shared.set(state, known)
    known[role] ??= views[role](catalog, state)
    return known[role] as Views<Types>[R]
  }

  return {
    types,
    plan: planSchema(types),
    command: commandSchema(types) as z.ZodType<ClientCommand<Types>>,
    initial: initialState,
    decide: (state, command, { actor, now, givenAt }) =>
      decide({ catalog, state, actor, now, givenAt: fairTime(now, givenAt) }, command as Command),
    evolve: (state, event) => evolve(catalog, state, event),
    fold: (state, events) => {
      let folded = state
      for (const event of events) folded = evolve(catalog, folded, event)
      return folded
    },
    sharedView,
    ownView: (state, id) => ownView(catalog, state, id) as Views<Types>['own'] | null,
    ownDeltas: (from, to) => ownDeltas(catalog, from, to),
    affects: (event) => affects(catalog, event),
    nextDeadline,
    fileRules: (state, { userId, nodeId, now }) =>
      fileRules({ catalog, state, actor: { kind: 'user', id: userId }, now, givenAt: now }, nodeId),
    seesFile: (state, viewer, fileId) => seesFile(catalog, state, viewer, fileId),
    report: (state) => report(catalog, state) as Report<HostContent<Types[number]>>,
    readEvent: (action) => readEvent(catalog, action),
    writeEvent,
    delta: (from, to) => delta(from as JsonValue, to as JsonValue),
  }
}

function commandSchema(types: readonly AnyNodeType[]): z.ZodType<unknown> {
  const acts = (kind: 'act' | 'moderate') =>
    types.map((type) =>
      z.strictObject({
        type: z.literal(kind),
        nodeId: NodeId,
        node: z.literal(type.type),
        act: kind === 'act' ? type.command : type.moderation,
      }),
    )
  return z.union([PersonCommand, FacilitatorCommand, ...acts('act'), ...acts('moderate')])
}
