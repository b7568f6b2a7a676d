/**
 * How large a word stands beside others, from the number of people who gave it: 1 for one, and a quarter more each time the number
 * doubles. Large enough a difference to be seen from the last row, small enough for the seldom ones to be read. It depends on
 * nothing else, so that a word changes only when somebody gives it.
 */
export const wordSize = (count: number): number => Math.max(1, count) ** 0.33
