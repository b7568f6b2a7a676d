import { type Client, type ConnectOptions, connect, type LiveView, pause } from '@humuus/client'
import { isOver } from '@humuus/workshop-engine'
import { type SimulatedParticipant, simulateParticipant } from '@humuus/workshop-engine/testing'
import { hurried } from './hurry.ts'
import type { Entry, Ledger } from './ledger.ts'
import { type Mishaps, mishapsOf } from './mishaps.ts'

export interface Casting {
  readonly server: ConnectOptions
  readonly sessionId: string
  readonly seed: number
  readonly ledger: Ledger
  /** Ms within which answers are given. */
  readonly answerMs: number
}

/** One person with a phone. */
export class Participant {
  readonly mishaps: Mishaps
  readonly sessionId: string
  readonly client: Client
  /** Connections cut so far. */
  drops = 0
  /** What they see; `null` while they are not in. */
  view: LiveView<'participant'> | null = null
  readonly #casting: Casting
  readonly #mind: SimulatedParticipant
  /** Wishes that were answered. */
  readonly #answered: Entry[] = []
  readonly #underWay = new Set<Promise<void>>()

  private constructor(number: number, client: Client, casting: Casting) {
    this.client = client
    this.sessionId = casting.sessionId
    this.mishaps = mishapsOf(casting.seed, number)
    this.#casting = casting
    this.#mind = simulateParticipant(`${casting.seed} participant ${number}`)
  }

  static async arrive(number: number, casting: Casting): Promise<Participant> {
    return new Participant(number, await connect(casting.server), casting)
  }

  /** False when they were not let in. */
  async join(): Promise<boolean> {
    const { ledger, sessionId } = this.#casting
    const entry = await ledger.issue(this, { type: 'join', name: this.#mind.name })
    if (!entry.answers[0]?.ok) return false
    this.view = this.client.watch({ sessionId, role: 'participant' })
    return true
  }

  /** Takes part until the workshop is over or the signal aborts, and everything sent is answered. */
  async takePart(signal: AbortSignal): Promise<void> {
    const view = this.view
    while (view !== null && view.rejection === null && !signal.aborted) {
      const state = view.state
      if (state !== null && isOver(state.shared.phase)) break
      if (state !== null) this.#look(state)
      if (this.mishaps.dropsWhileWaiting()) this.#drop()
      await pause(this.mishaps.looksEveryMs, signal)
    }
    await Promise.all(this.#underWay)
  }

  #look({ shared, own }: NonNullable<LiveView<'participant'>['state']>): void {
    const now = this.client.now()
    const felt = shared.step === null ? now : hurried(now, shared.step, this.#casting.answerMs)
    const wish = this.#mind.wants(shared, own, felt)
    if (wish === null) return
    const sending = this.#send(wish.command, wish.copies).finally(() => this.#underWay.delete(sending))
    this.#underWay.add(sending)
  }

  async #send(command: Entry['command'], copies: number): Promise<void> {
    const sending = this.#casting.ledger.issue(this, command, copies)
    if (this.mishaps.dropsAfterSending()) setTimeout(() => this.#drop(), 1)
    const entry = await sending
    const [earlier] = this.#answered
    if (earlier !== undefined && this.mishaps.repeatsEarlier()) await this.#casting.ledger.repeat(this.client, earlier)
    this.#answered.unshift(entry)
  }

  #drop(): void {
    this.drops++
    this.client.drop()
  }
}
