import type { Map as PersistentMap } from 'immutable'
import type { z } from 'zod'
import type { Conflict } from './conflict.ts'
import type { FileKind, FileNews, FileRules, FileViewer } from './file-news.ts'
import type { StepPhase } from './phase.ts'
import type { Refused } from './rejection.ts'

export type ParticipantId = string

export interface DecideContext<Config> {
  readonly config: Config
  readonly by: string
  /** Milliseconds since answering began; pauses do not count. */
  readonly elapsed: number
}

export interface EvolveContext<Config> {
  readonly config: Config
  readonly by: string
}

export interface ViewContext<Config, State> {
  readonly config: Config
  readonly state: State
  readonly phase: StepPhase
  /** Display name of a participant or facilitator; never leaves through a participant's view. */
  readonly nameOf: (participantId: ParticipantId) => string
}

export interface OwnViewContext<Config, State> extends ViewContext<Config, State> {
  readonly participantId: ParticipantId
}

/** How long a step takes: reading first, then answering; both in seconds, `null` is without limit. */
interface Timing {
  readonly readSeconds: number
  readonly answerSeconds: number | null
}

/** What one person gave at one step, for the report and for the person to keep. `answer` is `null` if nothing was given. */
export interface Recap {
  readonly prompt: string
  readonly answer: readonly string[] | null
  readonly right: boolean | null
  /** Files among it, where the step takes some. */
  readonly files?: readonly KeptFile[]
}

/** A file that somebody gave, for the report and for the person to keep. */
export interface KeptFile {
  readonly id: string
  readonly kind: FileKind
  readonly caption: string
}

/** A wish that somebody else's earlier one stands against: instead of happening, it waits for a facilitator. */
export interface NodeConflict<Event> extends Pick<Conflict, 'about' | 'theirs'> {
  readonly kind: 'changed' | 'gone'
  /** What was wished; `null`: that it be removed. */
  readonly mine: string | null
  /** What happens if the wish is granted after all, whatever happened until then. */
  readonly outcome: readonly Event[]
}

export type NodeDecision<Event> =
  | { readonly ok: true; readonly events: readonly Event[]; readonly conflict?: NodeConflict<Event> }
  | Refused

/** What a step does with files. They come by another way than answers; of each the step is told what becomes of it. */
interface FileTaking<Config, State, Event> {
  /** Whatever the step's phase: who began in time belongs to it. `context.by` is the person whose file it is. */
  heed(state: State, fileId: string, news: FileNews, context: EvolveContext<Config>): NodeDecision<Event>
  /** What this person (`context.by`) may still give while the step is open, or why nothing. */
  room(state: State, context: EvolveContext<Config>): ({ readonly ok: true } & FileRules) | Refused
  /** Whether somebody may look at a file; false for one that is not from here. */
  sees(context: ViewContext<Config, State>, fileId: string, viewer: FileViewer): boolean
}

/**
 * One kind of step. Everything about it is pure; it knows neither clock nor other types.
 * `participant`, `screen` and `host` build what each role may see field by field: what is not named there does not leave the server.
 */
export interface NodeType<
  Type extends string,
  Config,
  State,
  Command,
  Moderation,
  Event,
  Participant,
  Screen,
  Host,
  Own,
> {
  readonly type: Type
  /** `data` of the step in the workshop's file. */
  readonly config: z.ZodType<Config>
  /** What participants may do while it is open; `z.never()` where they only watch. */
  readonly command: z.ZodType<Command>
  /** What facilitators may do with what came in, at any time; `z.never()` where there is nothing to do. */
  readonly moderation: z.ZodType<Moderation>
  readonly event: z.ZodType<Event>
  /** Collecting steps close and are revealed; others only open. */
  readonly collects: boolean
  /** Reaching a step of this kind completes the workshop. */
  readonly finishes: boolean
  /** Whether it closes by itself when everybody present is done, unless the plan says otherwise. */
  readonly closesWhenAllDone: boolean
  timing(config: Config): Timing
  /** Seconds after which an opened step that does not collect goes on by itself; `null` waits for the facilitator. */
  goesOnAfter(config: Config): number | null
  initial(config: Config): State
  decide(state: State, command: Command, context: DecideContext<Config>): NodeDecision<Event>
  moderate(state: State, command: Moderation, context: DecideContext<Config>): NodeDecision<Event>
  evolve(state: State, event: Event, context: EvolveContext<Config>): State
  /** True when this person has nothing left to do here. */
  isDone(state: State, participantId: ParticipantId): boolean
  /** Points by participant once revealed; `null` where nothing is scored. */
  points(state: State, config: Config): PersistentMap<ParticipantId, number> | null
  /** Whether the ranking is shown after the reveal. */
  showsScoreboard(config: Config): boolean
  participant(context: ViewContext<Config, State>): Participant
  screen(context: ViewContext<Config, State>): Screen
  host(context: ViewContext<Config, State>): Host
  own(context: OwnViewContext<Config, State>): Own
  /**
   * Whether this person has given anything here. What `own` shows is the same for all who have not, and is worked out once
   * for them; without this everybody is looked at.
   */
  hasGiven?(state: State, participantId: ParticipantId): boolean
  recap(context: OwnViewContext<Config, State>): Recap | null
  /** A line that names the step in an agenda where the plan gives no title. */
  headline(config: Config): string
  /** People besides the one who acted whose own view or being done an event may change. */
  concerns?(event: Event): readonly ParticipantId[]
  /** True where phones see what others give while it is open, because the plan lets people work on the same thing. */
  sharesWhileOpen?(config: Config): boolean
  /** Text of something that came in here and may be used in another step; `null` if there is no such thing. */
  card?(state: State, cardId: string): string | null
  /** Takes a card from another step, before it opens or while it is open. */
  takeCard?(state: State, text: string, config: Config): NodeDecision<Event>
  /** Where people give files. */
  readonly files?: FileTaking<Config, State, Event>
}

/** Any node type, for code that does not care which. Methods are bivariant, so every definition fits. */
export type AnyNodeType = NodeType<
  string,
  unknown,
  unknown,
  unknown,
  unknown,
  unknown,
  unknown,
  unknown,
  unknown,
  unknown
>

/** Checks a definition and infers its types from its schemas. */
export function defineNodeType<
  const Type extends string,
  Config,
  State,
  Command,
  Moderation,
  Event,
  Participant,
  Screen,
  Host,
  Own,
>(
  definition: NodeType<Type, Config, State, Command, Moderation, Event, Participant, Screen, Host, Own>,
): NodeType<Type, Config, State, Command, Moderation, Event, Participant, Screen, Host, Own> {
  return definition
}
