import { List, OrderedMap, Map as PersistentMap } from 'immutable'
import type { Conflicts } from './conflict.ts'
import type { ParticipantId } from './node-type.ts'
import type { SessionPhase, StepPhase } from './phase.ts'
import type { WorkshopPlan } from './plan.ts'

/** Epoch milliseconds. */
export type EpochMs = number

/** A person who joined. `away`: connection lost; `left`: went on purpose; both may come back as the same person. */
export interface Person {
  readonly id: ParticipantId
  readonly name: string
  readonly standing: 'present' | 'away' | 'left' | 'kicked'
  /** After a kick: may join again. */
  readonly mayReturn: boolean
  readonly joinedAt: EpochMs
  /** Order of joining, from 1. */
  readonly seat: number
}

export interface Facilitator {
  readonly id: string
  readonly name: string
  readonly role: 'facilitator' | 'co-facilitator'
  readonly present: boolean
}

/** Where the workshop is: the step everybody sees, and its clocks (epoch ms; shifted when a pause ends). */
export interface Step {
  readonly nodeId: string
  /** Counts the steps taken, from 1; a step back counts too. */
  readonly number: number
  readonly openedAt: EpochMs
  /** Answers are refused before this moment: people read first. */
  readonly readUntil: EpochMs
  readonly deadline: EpochMs | null
  readonly goesOnAt: EpochMs | null
  /** Reopened, or its closing undone: it closes by its clock or the facilitator, no longer because all are done. */
  readonly openedAgain: boolean
  /** When its clocks last began to run: on opening, after a pause, after an undo. */
  readonly runsSince: EpochMs
  /** Set while the session is paused: the clocks stand still since then. */
  readonly pausedAt: EpochMs | null
  /** User who opened it; `system` for the timer. */
  readonly by: string
}

/** The course of the workshop: everything an undo takes back, and nothing that people gave. */
export interface Flow {
  readonly phase: SessionPhase
  readonly step: Step | null
  readonly stepPhases: PersistentMap<string, StepPhase>
  /** Steps left behind, newest last: the way back. */
  readonly trail: List<string>
  /** Points by step, then participant; a step is in here once revealed. */
  readonly points: PersistentMap<string, PersistentMap<ParticipantId, number>>
  readonly totals: PersistentMap<ParticipantId, number>
  readonly scoreboardShown: boolean
  readonly startedAt: EpochMs | null
  readonly completedAt: EpochMs | null
}

/** Counts kept up to date so that no command has to walk over everybody. */
export interface Headcount {
  readonly present: number
  /** Present people who are done with the current step. */
  readonly done: number
}

/** Who did something, and when. */
export interface Trace {
  readonly by: string
  readonly at: EpochMs
}

/** How a step was left last; `back`: where "back" would have led from there. */
export interface StepLeft extends Trace {
  readonly back: string | null
}

/** A server somebody came to; it alone can tell that they went. */
export interface Place {
  readonly on: string
  readonly since: EpochMs
}

export interface WorkshopState {
  readonly plan: WorkshopPlan
  /** Who made the session. */
  readonly creatorId: string
  readonly facilitators: PersistentMap<string, Facilitator>
  readonly people: PersistentMap<ParticipantId, Person>
  /** `nameKey` → who carries it, so that no two people look the same. */
  readonly names: PersistentMap<string, ParticipantId>
  /** What people go by since they were forgotten, by user. */
  readonly forgotten: PersistentMap<string, string>
  /** Where those who are here are connected, by user. */
  readonly whereabouts: PersistentMap<string, Place>
  readonly flow: Flow
  /** Node-type state by node id. */
  readonly work: PersistentMap<string, unknown>
  readonly headcount: Headcount
  /** The course before the last step taken, and when it was left. */
  readonly undo: { readonly flow: Flow; readonly at: EpochMs } | null
  /** By node id: tells somebody who went another way from one who clicked late. */
  readonly left: PersistentMap<string, StepLeft>
  /** Steps that this run does without, by node id. */
  readonly takenOut: PersistentMap<string, Trace>
  readonly conflicts: Conflicts
}

export interface SessionStart {
  readonly plan: WorkshopPlan
  readonly facilitator: { readonly id: string; readonly name: string }
}

/** The state before the first event. */
export function initialState({ plan, facilitator }: SessionStart): WorkshopState {
  return {
    plan,
    creatorId: facilitator.id,
    facilitators: PersistentMap([[facilitator.id, { ...facilitator, role: 'facilitator' as const, present: false }]]),
    people: PersistentMap(),
    names: PersistentMap(),
    forgotten: PersistentMap(),
    whereabouts: PersistentMap(),
    flow: {
      phase: 'created',
      step: null,
      stepPhases: PersistentMap(),
      trail: List(),
      points: PersistentMap(),
      totals: PersistentMap(),
      scoreboardShown: false,
      startedAt: null,
      completedAt: null,
    },
    work: PersistentMap(),
    headcount: { present: 0, done: 0 },
    undo: null,
    left: PersistentMap(),
    takenOut: PersistentMap(),
    conflicts: { open: OrderedMap(), decided: List(), raised: 0 },
  }
}

/** People who count: neither kicked nor gone on purpose. */
export const stays = (person: Person): boolean => person.standing === 'present' || person.standing === 'away'

/** Phase of a step; `pending` until it is first opened. */
export const stepPhase = (flow: Flow, nodeId: string): StepPhase => flow.stepPhases.get(nodeId) ?? 'pending'
