import type { PageSignals } from './page-signals.ts'

/** Waits, but no longer than until the network may be back. */
export function pause(ms: number, signals: PageSignals): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(end, ms)
    const stop = signals.on((signal) => {
      if (signal === 'online' || signal === 'woke' || signal === 'moved') end()
    })
  })
}
