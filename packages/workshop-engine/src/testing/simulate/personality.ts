import { unreachable } from '../../unreachable.ts'
import type { Random } from './random.ts'

/** How people behave at a step that asks for something. */
export const personalities = ['diligent', 'slow', 'changes_mind', 'silent', 'sends_twice', 'too_late'] as const
export type Personality = (typeof personalities)[number]

/** When somebody answers at one step. */
export interface Intent {
  /** Ms after reading time, ascending; after the first, the answer is changed. */
  readonly answersAfter: readonly number[]
  /** How often each answer is put on the wire, under one command id. */
  readonly copies: number
  /** Answers once more after the step was closed. */
  readonly answersLate: boolean
}

/** What a person of this kind is going to do at a step with so much time, in ms. */
export function intentOf(personality: Personality, time: number, random: Random): Intent {
  const at = (...shares: readonly (readonly [number, number])[]) =>
    shares.map(([low, high]) => Math.round(time * random.between(low, high)))
  const calm: Intent = { answersAfter: [], copies: 1, answersLate: false }
  switch (personality) {
    case 'diligent':
      return { ...calm, answersAfter: at([0.05, 0.5]) }
    case 'slow':
      return { ...calm, answersAfter: at([0.75, 0.9]) }
    case 'changes_mind':
      return { ...calm, answersAfter: at([0.05, 0.3], [0.3, 0.6], [0.6, 0.9]).slice(0, 2 + random.below(2)) }
    case 'silent':
      return calm
    case 'sends_twice':
      return { ...calm, answersAfter: at([0.05, 0.5]), copies: 2 }
    case 'too_late':
      return { ...calm, answersLate: true }
    default:
      return unreachable(personality)
  }
}
