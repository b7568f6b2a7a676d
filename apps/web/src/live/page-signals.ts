/**
 * `woke`: the page was asleep long enough for its connection to be dead. `shown`: it was hidden for a moment only.
 * `moved`: the device went to another network. `jumped`: its clock was set.
 */
export type PageSignal = 'online' | 'offline' | 'hidden' | 'shown' | 'woke' | 'moved' | 'jumped'

/** What the page knows of its surroundings. */
export interface PageSignals {
  isOnline(): boolean
  isVisible(): boolean
  on(listener: (signal: PageSignal) => void): () => void
}

/** The few things of a browser that say how the page is. */
export interface PageSurroundings {
  readonly window: EventTarget
  readonly document: EventTarget & { readonly visibilityState: string }
  readonly navigator: { readonly onLine: boolean }
  /** Where the browser says on which network it is (Chrome on Android). */
  readonly network: (EventTarget & { readonly type?: string }) | null
  readonly now: () => number
  /** Ms on a clock that nobody sets; it may stand still while the device sleeps. */
  readonly steady: () => number
}

/** Hidden or frozen for longer than this, a connection counts as dead: phones cut it without telling. */
export const sleepMs = 20_000

/** How often a visible page looks whether time jumped, as it does when a laptop is opened again. */
const heartbeatMs = 5_000

/** A clock that is off by less is not worth a measurement. */
const jumpMs = 500

/** Listens to a page for as long as it exists. */
export function pageSignals({ window, document, navigator, network, now, steady }: PageSurroundings): PageSignals {
  const listeners = new Set<(signal: PageSignal) => void>()
  const tell = (signal: PageSignal) => {
    for (const listener of [...listeners]) listener(signal)
  }
  const isVisible = () => document.visibilityState === 'visible'

  let beat = now()
  let hiddenAt = isVisible() ? null : now()
  document.addEventListener('visibilitychange', () => {
    if (!isVisible()) {
      hiddenAt = now()
      tell('hidden')
      return
    }
    const slept = hiddenAt !== null && now() - hiddenAt > sleepMs
    hiddenAt = null
    beat = now()
    lookAtClock()
    tell(slept ? 'woke' : 'shown')
  })
  window.addEventListener('pageshow', (event) => {
    if ('persisted' in event && event.persisted) tell('woke')
  })
  window.addEventListener('online', () => tell('online'))
  window.addEventListener('offline', () => tell('offline'))

  let networkType = network?.type
  network?.addEventListener('change', () => {
    // The same event also announces every new guess of the bandwidth.
    if (network.type === networkType) return
    networkType = network.type
    tell('moved')
  })

  let lead = now() - steady()
  const lookAtClock = () => {
    const jumped = Math.abs(now() - steady() - lead) > jumpMs
    lead = now() - steady()
    if (jumped) tell('jumped')
  }

  setInterval(() => {
    const slept = now() - beat > sleepMs
    beat = now()
    lookAtClock()
    if (slept && isVisible()) tell('woke')
  }, heartbeatMs)

  return {
    isOnline: () => navigator.onLine,
    isVisible,
    on(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
