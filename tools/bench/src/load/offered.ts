import { pause } from './until.ts'

/**
 * Calls `work` so many times a second, evenly and whatever comes back; `due` is when its turn was (`performance.now`).
 * Resolves to what each resolved to.
 */
export async function offered(
  rate: number,
  seconds: number,
  work: (nth: number, due: number) => Promise<number>,
): Promise<number[]> {
  const began = performance.now()
  const all = Math.round(rate * seconds)
  const underWay: Promise<number>[] = []
  while (underWay.length < all) {
    const dueBy = Math.min(all, Math.floor(((performance.now() - began) / 1_000) * rate) + 1)
    while (underWay.length < dueBy) {
      const nth = underWay.length
      underWay.push(work(nth, began + (nth / rate) * 1_000))
    }
    await pause(1)
  }
  return Promise.all(underWay)
}
