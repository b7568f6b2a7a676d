import type { FacilitatorCommand } from '../../command.ts'
import type { Views } from '../../engine.ts'
import type { AnyNodeType } from '../../node-type.ts'
import { type ActOf, actAt, currentNode, type Outcome, type Stage } from './stage.ts'

interface Somebody {
  readonly id: string
}

/** A person with a console: the facilitator or a co-facilitator. Commands name the current step where no other is given. */
export class Facilitator<Types extends readonly AnyNodeType[]> {
  readonly id: string
  readonly #stage: Stage<Types>

  constructor(stage: Stage<Types>, id: string) {
    this.#stage = stage
    this.id = id
  }

  openLobby = (): Outcome => this.send({ type: 'open_lobby' })
  start = (): Outcome => this.send({ type: 'start' })
  next = (from = this.#here()): Outcome => this.send({ type: 'next', from })
  back = (from = this.#here()): Outcome => this.send({ type: 'back', from })
  jump = (to: string, from = this.#here()): Outcome => this.send({ type: 'jump', from, to })
  close = (nodeId = this.#here()): Outcome => this.send({ type: 'close', nodeId })
  reveal = (nodeId = this.#here()): Outcome => this.send({ type: 'reveal', nodeId })
  reopen = (nodeId = this.#here()): Outcome => this.send({ type: 'reopen', nodeId })
  /** `null` takes the time limit away. */
  extend = (seconds: number | null, nodeId = this.#here()): Outcome => this.send({ type: 'extend', nodeId, seconds })
  pause = (): Outcome => this.send({ type: 'pause' })
  resume = (): Outcome => this.send({ type: 'resume' })
  undo = (): Outcome => this.send({ type: 'undo' })
  end = (): Outcome => this.send({ type: 'end' })
  showScoreboard = (shown = true): Outcome => this.send({ type: 'show_scoreboard', shown })
  removeStep = (nodeId: string): Outcome => this.send({ type: 'remove_step', nodeId })
  restoreStep = (nodeId: string): Outcome => this.send({ type: 'restore_step', nodeId })
  useCard = (cardId: string, into: string, from = this.#here()): Outcome =>
    this.send({ type: 'use_card', from, cardId, into })
  decideConflict = (conflictId: string, choice: 'mine' | 'theirs'): Outcome =>
    this.send({ type: 'decide_conflict', conflictId, choice })
  kick = ({ id }: Somebody, { mayReturn = false } = {}): Outcome =>
    this.send({ type: 'kick', participantId: id, mayReturn })
  readmit = ({ id }: Somebody): Outcome => this.send({ type: 'readmit', participantId: id })
  rename = ({ id }: Somebody, name: string): Outcome =>
    this.#stage.send({ kind: 'user', id: this.id }, { type: 'rename', participantId: id, name })
  addFacilitator = ({ id }: Somebody): Outcome => this.send({ type: 'add_facilitator', userId: id })
  handOver = ({ id }: Somebody): Outcome => this.send({ type: 'hand_over', userId: id })
  removeFacilitator = ({ id }: Somebody): Outcome => this.send({ type: 'remove_facilitator', userId: id })

  /** Does something with what came in at a step. */
  moderate(act: ActOf<Types, 'moderate'>, nodeId = this.#here()): Outcome {
    return this.#stage.send({ kind: 'user', id: this.id }, actAt(this.#stage.state, 'moderate', nodeId, act))
  }

  /** The console is connected. */
  arrives(): Outcome {
    return this.#stage.presence({ present: [this.id] })
  }

  /** The console loses its connection. */
  goesAway(): Outcome {
    return this.#stage.presence({ away: [this.id] })
  }

  sees(): Views<Types>['host'] {
    return this.#stage.see('host')
  }

  send(command: FacilitatorCommand): Outcome {
    return this.#stage.send({ kind: 'user', id: this.id }, command)
  }

  #here(): string {
    return currentNode(this.#stage.state)
  }
}
