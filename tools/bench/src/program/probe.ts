/**
 * Runs in a server that is measured, ours or another, before it: tells on request, over the channel to its parent, what the process has
 * used so far. So the server itself needs to know nothing of it. It is text because it goes in by `--import`, built or not.
 */
const script = `process.on('message', ({ ask }) => {
  if (ask !== 'usage') return
  const { user, system } = process.cpuUsage()
  globalThis.gc?.()
  process.send?.({ usage: { cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss() } })
})`

/** Flags with which Node loads it. */
export const probe: readonly string[] = [
  '--expose-gc',
  '--import',
  `data:text/javascript,${encodeURIComponent(script)}`,
]
