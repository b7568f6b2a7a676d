import { monitorEventLoopDelay } from 'node:perf_hooks'

/** How often it is looked whether work begins on time, in ms. */
const resolutionMs = 20

/** How late this process gets to its work, in ms, since it was last asked. */
export interface EventLoop {
  take(): { readonly p50: number; readonly p99: number }
  stop(): void
}

export function watchEventLoop(): EventLoop {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs })
  delay.enable()
  // A look itself comes after `resolutionMs`: what is above that is late.
  const late = (share: number) => Math.max(0, delay.percentile(share) / 1e6 - resolutionMs)
  return {
    take: () => {
      const taken = { p50: late(50), p99: late(99) }
      delay.reset()
      return taken
    },
    stop: () => void delay.disable(),
  }
}
