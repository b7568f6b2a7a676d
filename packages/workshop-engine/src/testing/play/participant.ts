import type { Views } from '../../engine.ts'
import type { AnyNodeType, ParticipantId } from '../../node-type.ts'
import type { EpochMs } from '../../state.ts'
import { type ActOf, actAt, currentNode, type Outcome, type Stage } from './stage.ts'

/** What a phone shows: what all phones show, and what only this person sees (`null` before joining). */
export type Phone<Types extends readonly AnyNodeType[]> = Views<Types>['participant'] & {
  readonly me: Views<Types>['own'] | null
}

/** A person with a phone. */
export class Participant<Types extends readonly AnyNodeType[]> {
  readonly id: ParticipantId
  readonly #name: string
  readonly #stage: Stage<Types>

  constructor(stage: Stage<Types>, id: ParticipantId, name: string) {
    this.#stage = stage
    this.id = id
    this.#name = name
  }

  /** Joins, or comes back. */
  join(name = this.#name): Outcome {
    return this.#send({ type: 'join', name })
  }

  leave(): Outcome {
    return this.#send({ type: 'leave' })
  }

  rename(name: string): Outcome {
    return this.#send({ type: 'rename', participantId: this.id, name })
  }

  /** Acts at a step: the current one where no other is named. `givenAt`: when they did it, where it was on its way for a while. */
  act(act: ActOf<Types, 'act'>, nodeId = currentNode(this.#stage.state), givenAt?: EpochMs): Outcome {
    const command = actAt(this.#stage.state, 'act', nodeId, act)
    return this.#stage.send({ kind: 'user', id: this.id }, command, givenAt)
  }

  /** The phone loses its connection. */
  goesAway(): Outcome {
    return this.#stage.presence({ away: [this.id] })
  }

  /** The phone is connected again. */
  returns(): Outcome {
    return this.#stage.presence({ present: [this.id] })
  }

  sees(): Phone<Types> {
    return { ...this.#stage.see('participant'), me: this.#stage.own(this.id) }
  }

  #send(command: Parameters<Stage<Types>['send']>[1]): Outcome {
    return this.#stage.send({ kind: 'user', id: this.id }, command)
  }
}
