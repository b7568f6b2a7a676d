/**
 * Loaded before a server that is measured, ours or another: tells on request, over the channel to its parent, what the process
 * has used so far. So the server itself needs to know nothing of being measured.
 */
process.on('message', (message: { ask?: string }) => {
  if (message.ask !== 'usage') return
  const { user, system } = process.cpuUsage()
  globalThis.gc?.()
  process.send?.({ usage: { cpuMs: (user + system) / 1_000, rssBytes: process.memoryUsage.rss() } })
})
