import { Line } from '../wire/line.ts'
import type { Speech } from '../wire/speech.ts'

/** So many come through the door together. */
const doorWidth = 200

/**
 * Addresses of this machine that lines come from. One alone has ports for some 28 000, and long before they are used up the
 * system looks for a free one most of the time: with forty thousand that rest after a run, more than a millisecond for each
 * line. Elsewhere than on Linux there is one.
 */
const addresses = process.platform === 'linux' ? 250 : 1

/** Calls `work` for each number below `count`, some at a time; results in order. */
export async function each<Result>(
  count: number,
  work: (index: number) => Promise<Result>,
  atOnce = doorWidth,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async () => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker))
  return results
}

/** Opens a line of a person. */
export const openLine = async (url: string, port: number, speech: Speech, person: number): Promise<Line> =>
  Line.open({
    port,
    path: await speech.path(url),
    from: addresses > 1 ? `127.0.0.${1 + (person % addresses)}` : undefined,
    listener: speech,
  })

/** Resolves when every line was sent this update, to when the last one had it (`performance.now`). */
export async function allReached(lines: readonly Line[], mark: number): Promise<number> {
  await Promise.all(lines.map((line) => line.until(mark)))
  return lines.reduce((last, { markedAt }) => Math.max(last, markedAt), 0)
}

export const cutAll = (lines: readonly Line[]): void => {
  for (const line of lines) line.cut()
}
