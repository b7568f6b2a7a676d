import type { HumuusCommand, HumuusViews } from '../../index.ts'
import { type Intent, intentOf, type Personality, personalities } from './personality.ts'
import { seededRandom } from './random.ts'
import { replyTo, type ShownStep } from './reply.ts'

/** What a simulated person sends: `copies` times, under one command id. */
export interface Wish {
  readonly command: HumuusCommand
  readonly copies: number
}

/** A person who takes part by themselves. The same seed, shown the same at the same times, wants the same. */
export interface SimulatedParticipant {
  readonly name: string
  readonly personality: Personality
  /**
   * What they send now, or `null`; it counts as sent. Ask whenever their phone shows something new, and about once a second.
   * `now` is the server's clock, epoch ms.
   */
  wants(shared: HumuusViews['participant'], own: HumuusViews['own'] | null, now: number): Wish | null
}

/** A joining that was not answered within this many ms is tried again. */
const patience = 5_000
/** Ms people think about a question without a time limit. */
const unhurried = 20_000

export function simulateParticipant(seed: number | string, wished?: Personality): SimulatedParticipant {
  const random = seededRandom(seed)
  const personality = wished ?? random.pick(personalities)
  const name = `Guest ${1 + random.below(9_999)}`
  let joinsAgainAt = Number.NEGATIVE_INFINITY
  let memory: { readonly step: string; readonly intent: Intent; answered: number; isLateDone: boolean } | null = null

  function remember({ nodeId, number, deadline, readUntil }: ShownStep) {
    const step = `${number} ${nodeId}`
    if (memory?.step === step) return memory
    const intent = intentOf(personality, deadline === null ? unhurried : deadline - readUntil, random)
    memory = { step, intent, answered: 0, isLateDone: false }
    return memory
  }

  function join(now: number): Wish | null {
    if (now < joinsAgainAt) return null
    joinsAgainAt = now + patience
    return { command: { type: 'join', name }, copies: 1 }
  }

  function answer(step: ShownStep, own: HumuusViews['own'], now: number): Wish | null {
    const known = remember(step)
    const isLate = step.phase !== 'open' && known.intent.answersLate && !known.isLateDone
    const due = known.intent.answersAfter[known.answered]
    const isDue = step.phase === 'open' && due !== undefined && now >= step.readUntil + due
    if (!isLate && !isDue) return null
    if (isLate) known.isLateDone = true
    else known.answered += 1
    const command = replyTo(step, own.step, random)
    return command && { command, copies: known.intent.copies }
  }

  return {
    name,
    personality,
    wants(shared, own, now) {
      if (shared.phase === 'completed' || shared.phase === 'ended') return null
      if (own === null) return shared.phase === 'created' ? null : join(now)
      if (own.standing !== 'present' || shared.phase !== 'active' || !shared.step?.collects) return null
      return answer(shared.step, own, now)
    },
  }
}
