/**
 * Runs in a server that is measured, ours or another, before it: tells on request, over the channel to its parent, what the process has
 * used so far. So the server itself needs to know nothing of it. It is text because it goes in by `--import`, built or not.
 */
const script = `import { monitorEventLoopDelay } from 'node:perf_hooks'
const resolution = 5
const loop = monitorEventLoopDelay({ resolution })
loop.enable()
process.on('message', ({ ask }) => {
  const { user, system } = process.cpuUsage()
  if (ask === 'cpuMs') process.send({ cpuMs: (user + system) / 1000 })
  if (ask === 'pauseMs') {
    process.send({ pauseMs: Math.max(0, loop.max / 1e6 - resolution) })
    loop.reset()
  }
  if (ask !== 'rssBytes') return
  globalThis.gc?.()
  process.send({ rssBytes: process.memoryUsage.rss() })
})`

/** Flags with which Node loads it. */
export const probe: readonly string[] = [
  '--expose-gc',
  '--import',
  `data:text/javascript,${encodeURIComponent(script)}`,
]
