import type { QuizConfig } from './schema.ts'

/**
 * Points for one answer: `points × accuracy × speed`, rounded.
 *
 * accuracy = max(0, (right picks − wrong picks) ÷ right options).
 * speed = 1 − ½ · min(1, elapsed ÷ answer time) with the speed bonus and a time limit, else 1:
 * an answer at the last moment earns half of one given at once.
 */
export function pointsFor(config: QuizConfig, choice: readonly number[], elapsed: number): number {
  const right = config.options.filter((option) => option.correct).length
  const hits = choice.filter((index) => config.options[index]?.correct).length
  const accuracy = Math.max(0, (2 * hits - choice.length) / right)
  return Math.round(config.points * accuracy * speed(config, elapsed))
}

function speed(config: QuizConfig, elapsed: number): number {
  if (!config.speedBonus || config.answerSeconds === undefined) return 1
  return 1 - 0.5 * Math.min(1, Math.max(0, elapsed) / (config.answerSeconds * 1_000))
}

/** True when exactly the right options were picked. */
export function isRight(config: QuizConfig, choice: readonly number[]): boolean {
  return config.options.every((option, index) => option.correct === choice.includes(index))
}
