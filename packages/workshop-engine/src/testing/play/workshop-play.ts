import type { Actor, Command } from '../../command.ts'
import type { ClientCommand, Engine, Role, Views } from '../../engine.ts'
import type { AnyNodeType, ParticipantId } from '../../node-type.ts'
import type { WorkshopPlan } from '../../plan.ts'
import type { EpochMs, WorkshopState } from '../../state.ts'
import type { StoredAction } from '../../stored-action.ts'
import { Facilitator } from './facilitator.ts'
import { Participant } from './participant.ts'
import { RefusedCommand } from './refused-command.ts'
import type { Outcome, PresenceChange, Stage } from './stage.ts'

const system: Actor = { kind: 'system' }

/** A workshop in the memory of a test: an engine, a log and a clock that moves when the test says so. */
export class WorkshopPlay<Types extends readonly AnyNodeType[]> implements Stage<Types> {
  readonly engine: Engine<Types>
  readonly plan: WorkshopPlan
  /** Who created the session. */
  readonly facilitator: Facilitator<Types>
  readonly #insists: boolean
  readonly #log: StoredAction[] = []
  #state: WorkshopState
  #now: EpochMs
  #commands = 0
  #people = 0

  constructor(engine: Engine<Types>, plan: WorkshopPlan, startAt: EpochMs, insists: boolean) {
    this.engine = engine
    this.plan = plan
    this.#now = startAt
    this.#insists = insists
    this.facilitator = new Facilitator<Types>(this, 'facilitator')
    this.#state = engine.initial({ plan, facilitator: { id: this.facilitator.id, name: 'Facilitator' } })
  }

  get state(): WorkshopState {
    return this.#state
  }

  /** The clock of the scenario, epoch ms. */
  get now(): EpochMs {
    return this.#now
  }

  /** Everything that happened, as rows of a log; versions count from 1. */
  get log(): readonly StoredAction[] {
    return this.#log
  }

  /** Somebody who joins now; a scenario that cannot seat its people throws. */
  join(name: string): Participant<Types> {
    const person = this.person(name)
    const refused = person.join()
    if (refused) throw new RefusedCommand(refused, { type: 'join' })
    return person
  }

  /** Somebody who has not joined yet. */
  person(name: string): Participant<Types> {
    this.#people += 1
    return new Participant<Types>(this, `person-${this.#people}`, name)
  }

  /** The console of somebody, whether or not they may use it. */
  consoleOf({ id }: { readonly id: string }): Facilitator<Types> {
    return new Facilitator<Types>(this, id)
  }

  /** Time passes; whatever becomes due on the way happens at its exact deadline. */
  advance(seconds: number): void {
    const end = this.#now + Math.round(seconds * 1_000)
    for (let due = this.#due(); due !== null && due <= end; due = this.#due()) {
      const before = this.#log.length
      this.#now = Math.max(this.#now, due)
      this.tick()
      if (this.#log.length === before) throw new Error(`nothing happened at the deadline ${due}`)
    }
    this.#now = end
  }

  /** Time passes and nobody looks at the clock: what became due waits for the next `tick`. */
  sleep(seconds: number): void {
    this.#now += Math.round(seconds * 1_000)
  }

  tick(): Outcome {
    return this.send(system, { type: 'tick' })
  }

  presence({ present = [], away = [], ...place }: PresenceChange): Outcome {
    return this.send(system, { type: 'presence', present: [...present], away: [...away], ...place })
  }

  see<R extends Role>(role: R): Views<Types>[R] {
    return this.engine.sharedView(this.#state, role)
  }

  own(participantId: ParticipantId): Views<Types>['own'] | null {
    return this.engine.ownView(this.#state, participantId)
  }

  /** Judges a command now; if accepted, writes its events to the log and applies them. */
  send(actor: Actor, command: Command | ClientCommand<Types>, givenAt = this.#now): Outcome {
    this.#commands += 1
    const decision = this.engine.decide(this.#state, command, { actor, now: this.#now, givenAt })
    if (!decision.ok) {
      if (this.#insists) throw new RefusedCommand(decision.rejection, command)
      return decision.rejection
    }
    for (const [index, event] of decision.events.entries()) {
      const commandId = index === 0 ? `command-${this.#commands}` : null
      this.#log.push({ version: this.#log.length + 1, commandId, ...this.engine.writeEvent(event) })
    }
    this.#state = this.engine.fold(this.#state, decision.events)
    return null
  }

  #due(): EpochMs | null {
    return this.engine.nextDeadline(this.#state)
  }
}
