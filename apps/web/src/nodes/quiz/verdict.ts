import type { Verdict } from '../../participant/step/MyResult.tsx'

interface OwnAnswer {
  readonly choice: readonly number[] | null
  readonly right: boolean | null
}

/** How an answer fared: `partly` when at least one right option was picked, but not exactly the right ones. */
export function verdictOf({ choice, right }: OwnAnswer, correct: readonly number[]): Verdict {
  if (choice === null) return 'unanswered'
  if (right) return 'right'
  return choice.some((index) => correct.includes(index)) ? 'partly' : 'wrong'
}
