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
      steady: () => device,
      now: () => device,
      signals: testSignals(),
    })
    await clock.ensure()
    expect(clock.offset.get()).toBe(5_000 + 40)
    expect(trips).toEqual([])
  })

  it('is measured once, and again after a sleep', async () => {
    const { clock, device, server, signals } = standing()
    server.ahead = 1_000
    await clock.ensure()
    const { asked } = server
    await clock.ensure()
    expect(server.asked).toBe(asked)
    server.ahead = 9_000
    signals.tell('woke')
    expect(clock.givenAt()).toBeUndefined()
    await eventually(() => clock.offset.get() === 9_000)
    expect(clock.givenAt()).toBe(device.steady + 9_000)
  })

  it('says no time for an answer before it is measured', async () => {
    const { clock, device, server } = standing()
    server.ahead = -500
    expect(clock.givenAt()).toBeUndefined()
    await clock.ensure()
    expect(clock.givenAt()).toBe(device.steady - 500)
  })

  it('is not moved by somebody who sets the time of day, and measured again all the same', async () => {
    const { clock, device, server } = standing()
    server.ahead = 1_000
    await clock.ensure()
    const { asked } = server
    device.day += 3_600_000
    expect(clock.now()).toBe(device.steady + 1_000)
    expect(clock.givenAt()).toBeUndefined()
    await eventually(() => clock.givenAt() === device.steady + 1_000)
    expect(server.asked).toBeGreaterThan(asked)
  })

  it('is measured again after a sleep that stopped the stopwatch and that nobody told of', async () => {
    const { clock, device, server } = standing()
    await clock.ensure()
    // Ten seconds pass that the stopwatch does not see.
    device.day += 10_000
    server.ahead += 10_000
    expect(clock.givenAt()).toBeUndefined()
    await eventually(() => clock.givenAt() === device.steady + 10_000)
  })

  it('is measured again after some minutes, because clocks drift', async () => {
    const { clock, device, server } = standing()
    await clock.ensure()
    const { asked } = server
    const pass = (ms: number) => {
      device.steady += ms
      device.day += ms
    }
    pass(60_000)
    await clock.ensure()
    expect(server.asked).toBe(asked)
    server.ahead = 30
    pass(240_000)
    await clock.ensure()
    expect(clock.offset.get()).toBe(30)
  })

  it('stays as it was when the server cannot be reached', async () => {
    const signals = testSignals()
    const answers: (() => Promise<number>)[] = [async () => 700, () => Promise.reject(new Error('no network'))]
    const clock = createServerClock({
      ask: () => (answers.shift() ?? (() => Promise.reject(new Error())))(),
      steady: () => 0,
      now: () => 0,
      signals,
    })
    await clock.ensure()
    signals.tell('woke')
    await clock.ensure()
    expect(clock.offset.get()).toBe(700)
  })
})

/** A device whose clocks stand still until a test moves them, close to a server. */
function standing() {
  const device = { steady: 1_000_000, day: 1_000_000 }
  const server = { ahead: 0, asked: 0 }
  const signals = testSignals()
  const ask = async () => {
    server.asked++
    return device.steady + server.ahead
  }
  const clock = createServerClock({ ask, steady: () => device.steady, now: () => device.day, signals })
  return { clock, device, server, signals }
}
