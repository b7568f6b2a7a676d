import type { PageSignals } from './page-signals.ts'

/** The one thing this needs of `navigator.wakeLock`. */
export interface WakeLockSource {
  request(type: 'screen'): Promise<{ release(): Promise<void> }>
}

/**
 * Keeps the screen on until the returned function is called. The browser takes the lock away from a hidden page: it is
 * asked for again when the page is shown. Where there is none (plain HTTP, battery saver), nothing happens.
 */
export function keepAwake(source: WakeLockSource | null, signals: PageSignals): () => void {
  if (source === null) return () => {}
  let isWanted = true
  let lock: Promise<{ release(): Promise<void> } | null> = Promise.resolve(null)

  const release = async () => {
    const held = await lock
    await held?.release().catch(() => {})
  }
  const acquire = () => {
    if (!isWanted || !signals.isVisible()) return
    void release()
    lock = source.request('screen').catch(() => null)
  }
  const stop = signals.on((signal) => {
    if (signal === 'shown' || signal === 'woke') acquire()
  })
  acquire()
  return () => {
    isWanted = false
    stop()
    void release()
  }
}
