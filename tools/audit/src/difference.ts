/** What is checked, in this order. */
export const checkNames = ['log', 'row', 'promises', 'answers', 'replay', 'shown', 'ledger'] as const
export type CheckName = (typeof checkNames)[number]

/** Where the books say two things. */
export interface Difference {
  readonly check: CheckName
  readonly what: string
}

/** Gives differences the name of the check that found them. */
export const foundBy = (check: CheckName, found: readonly string[]): Difference[] =>
  found.map((what) => ({ check, what }))
