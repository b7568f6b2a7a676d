import { describe, expect, it } from 'vitest'
import { createServerClock } from './server-clock.ts'
import { eventually, startWorld, testSignals } from './testing/world.ts'

describe("the server's clock", () => {
  it('is read off the server, however far this device is off', async () => {
    await using world = await startWorld()
    world.server.whims.clockAhead = 3_600_000
    const { clock } = world.phone().live
    await clock.ensure()
    expect(Math.abs(clock.now() - (Date.now() + 3_600_000))).toBeLessThan(50)
  })

  it('is right within half a round trip on a slow network', async () => {
    await using world = await startWorld()
    world.server.whims.clockAhead = -60_000
    world.proxy.weather.delayMs = 60
    const { clock } = world.phone().live
    await clock.ensure()
    expect(Math.abs(clock.now() - (Date.now() - 60_000))).toBeLessThan(60)
  })

  it('trusts the answer with the shortest way', async () => {
    let device = 0
    const trips = [300, 80, 500, 200]
    const clock = createServerClock({
      // On its way there as long as possible, and back at once: the worst case for a long trip.
      ask: async () => {
        device += trips.shift() ?? 0
        return device + 5_000
      },
      now: () => device,
      signals: testSignals(),
    })
    await clock.ensure()
    expect(clock.offset.get()).toBe(5_000 + 40)
    expect(trips).toEqual([])
  })

  it('is measured once, and again after a sleep', async () => {
    let ahead = 1_000
    let asked = 0
    const signals = testSignals()
    const clock = createServerClock({
      ask: async () => {
        asked++
        return ahead
      },
      now: () => 0,
      signals,
    })
    await clock.ensure()
    await clock.ensure()
    expect(asked).toBe(1)
    ahead = 9_000
    signals.tell('woke')
    await eventually(() => clock.offset.get() === 9_000)
  })

  it('stays as it was when the server cannot be reached', async () => {
    const signals = testSignals()
    const answers: (() => Promise<number>)[] = [async () => 700, () => Promise.reject(new Error('no network'))]
    const clock = createServerClock({
      ask: () => (answers.shift() ?? (() => Promise.reject(new Error())))(),
      now: () => 0,
      signals,
    })
    await clock.ensure()
    signals.tell('woke')
    await clock.ensure()
    expect(clock.offset.get()).toBe(700)
  })
})
