import type { Line } from './carrier.ts'
import type { Watched } from './watched.ts'

/** Resolves when the line is not down. One that is comes back by itself; still, after `patienceMs` it is worth a try. */
export function hasLine(line: Watched<Line>, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const look = () => {
      if (line.get() !== 'down') end()
    }
    const timer = setTimeout(end, patienceMs)
    const stop = line.subscribe(look)
    look()
  })
}
