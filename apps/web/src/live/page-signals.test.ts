import { afterEach, describe, expect, it } from 'vitest'
import { type PageSignal, pageSignals, sleepMs } from './page-signals.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A page whose clock and window a test holds. */
function page() {
  let now = 1_000
  let steady = 0
  const window = new EventTarget()
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const network = Object.assign(new EventTarget(), { type: 'wifi' })
  const heard: PageSignal[] = []
  const navigator = { onLine: true }
  const signals = pageSignals({ window, document, network, navigator, now: () => now, steady: () => steady })
  stops.push(signals.on((signal) => heard.push(signal)))
  return {
    signals,
    heard,
    window,
    network,
    pass: (ms: number) => {
      now += ms
      steady += ms
    },
    setClock: (ms: number) => {
      now += ms
    },
    turn: (state: 'visible' | 'hidden') => {
      document.visibilityState = state
      document.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

describe('what a page notices of its surroundings', () => {
  it('tells a short look away from a sleep', () => {
    const { turn, pass, heard, signals } = page()
    turn('hidden')
    expect(signals.isVisible()).toBe(false)
    pass(sleepMs)
    turn('visible')
    turn('hidden')
    pass(sleepMs + 1)
    turn('visible')
    expect(heard).toEqual(['hidden', 'shown', 'hidden', 'woke'])
  })

  it('wakes when the browser takes it out of its cache', () => {
    const { window, heard } = page()
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    expect(heard).toEqual(['woke'])
  })

  it('passes on when the network goes and comes', () => {
    const { window, heard } = page()
    window.dispatchEvent(new Event('offline'))
    window.dispatchEvent(new Event('online'))
    expect(heard).toEqual(['offline', 'online'])
  })

  it("notices another network, but no new guess of the old one's speed", () => {
    const { network, heard } = page()
    network.dispatchEvent(new Event('change'))
    network.type = 'cellular'
    network.dispatchEvent(new Event('change'))
    expect(heard).toEqual(['moved'])
  })

  it('notices that time jumped although it was never hidden, as on a laptop that was closed', async () => {
    const { pass, heard } = page()
    pass(sleepMs + 1)
    await new Promise((resolve) => setTimeout(resolve, 5_100))
    expect(heard).toEqual(['woke'])
  })

  it.each([3 * 3_600_000, -3 * 3_600_000, 2_000])('notices that the clock was set by %d ms, once', (ms) => {
    const { turn, setClock, heard } = page()
    setClock(ms)
    turn('hidden')
    turn('visible')
    turn('hidden')
    turn('visible')
    expect(heard.filter((signal) => signal === 'jumped')).toHaveLength(1)
  })
})
