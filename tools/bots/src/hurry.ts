/** Ms that a person without a time limit takes at most, as simulated participants see it. */
const unhurriedMs = 20_000

interface Clocks {
  readonly readUntil: number
  readonly deadline: number | null
}

/**
 * The time that bots believe it is, so that what takes people half a minute takes them `answerMs`: after reading, their
 * clock runs faster, never slower. All in epoch ms.
 */
export function hurried(now: number, { readUntil, deadline }: Clocks, answerMs: number): number {
  if (now <= readUntil) return now
  const time = deadline === null ? unhurriedMs : deadline - readUntil
  return readUntil + (now - readUntil) * Math.max(1, time / answerMs)
}
