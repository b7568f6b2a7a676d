import { refusal } from '@humuus/api'

/** Lets so many work at once; the others wait in order, and where too many wait, they are refused (`slow_down`). */
export function turns(atOnce: number, mostWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = atOnce
  return async (work) => {
    if (free === 0) {
      if (waiting.length >= mostWaiting) throw refusal('slow_down')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else free--
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
