import { vi } from 'vitest'

/** Everything that can be a promise's turn has had it. `setImmediate` is never faked. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

/** From now on clocks and timers move only by `pass`; until the block ends. */
export function virtualTime(start: number): Disposable {
  vi.useFakeTimers({
    now: start,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
  return { [Symbol.dispose]: () => void vi.useRealTimers() }
}

/** Lets `ms` of virtual time pass: one timer after the other, and after each whatever it set going. */
export async function pass(ms: number): Promise<void> {
  let over = false
  setTimeout(() => {
    over = true
  }, ms)
  await settled()
  while (!over) {
    vi.advanceTimersToNextTimer()
    await settled()
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
