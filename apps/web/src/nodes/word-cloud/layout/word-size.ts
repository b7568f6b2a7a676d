/**
 * How large a word stands beside others, from the number of people who gave it: 1 for one, and about a third more each time
 * the number doubles. It depends on nothing else, so that a word changes only when somebody gives it.
 */
export const wordSize = (count: number): number => 1 + 0.35 * Math.log2(Math.max(1, count))
