/**
 * Keeps the pages of a phone on it, so that they open without a network. Where there are no service workers (plain HTTP on a
 * local network has none), everything goes on without.
 */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  void register(navigator.serviceWorker).catch(() => undefined)
}

async function register(workers: ServiceWorkerContainer): Promise<void> {
  await workers.register('/sw.js', { updateViaCache: 'none' })
  const { active } = await workers.ready
  // The texts of this phone's language came before the worker did.
  active?.postMessage({ used: performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname) })
}
