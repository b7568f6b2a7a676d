import { describe, expect, it } from 'vitest'
import { cookieJar } from '../live/testing/cookie-jar.ts'
import { eventually, mapStorage, startWorld } from '../live/testing/world.ts'

const hour = 3_600_000

/** A clock and a stopwatch that a test moves on, each on its own. */
function clocks() {
  const ahead = { now: 0, steady: 0 }
  const real = () => performance.timeOrigin + performance.now()
  return { ahead, now: () => Date.now() + ahead.now, steady: () => real() + ahead.steady }
}

describe('a token', () => {
  it('is renewed a day before it expires, and the server hears that the new one arrived', async () => {
    await using world = await startWorld()
    world.server.whims.tokenLifeMs = 30 * 24 * hour
    const time = clocks()
    const { live, signals } = world.phone({ ...time, cookies: cookieJar() })
    await live.identity.whenReady()
    await new Promise((resolve) => setTimeout(resolve, 150))
    time.ahead.steady = 28.9 * 24 * hour
    signals.tell('woke')
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(world.server.renewals()).toBe(0)
    time.ahead.steady = 29.1 * 24 * hour
    const looks = world.server.looks()
    signals.tell('shown')
    await eventually(() => world.server.renewals() === 1)
    await eventually(() => world.server.looks() === looks + 1)
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(world.server.renewals()).toBe(1)
  })

  it.each([-5 * 365 * 24 * hour, 5 * 365 * 24 * hour])(
    'is renewed in time whatever the clock of the phone says (%i ms off)',
    async (off) => {
      await using world = await startWorld()
      const time = clocks()
      time.ahead.now = off
      const { live } = world.phone({ ...time, cookies: cookieJar() })
      await live.identity.whenReady()
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(world.server.renewals()).toBe(0)
      time.ahead.now = off + 29.5 * 24 * hour
      await eventually(() => world.server.renewals() === 1)
    },
  )

  it('is renewed in memory, too, where cookies do not stick', async () => {
    await using world = await startWorld()
    world.server.whims.tokenLifeMs = 400
    const { live } = world.phone()
    await eventually(() => world.server.renewals() > 2)
    await expect(live.trpc.sessions.mine.query()).resolves.toEqual([])
  })

  it('is renewed by one of several tabs', async () => {
    await using world = await startWorld()
    const cookies = cookieJar()
    const home = mapStorage()
    const time = clocks()
    const tabs = [0, 1, 2, 3].map(() => world.phone({ ...time, cookies, home, locks: oneByOne() }))
    for (const { live } of tabs) await live.identity.whenReady()
    await new Promise((resolve) => setTimeout(resolve, 150))
    time.ahead.steady = 29.5 * 24 * hour
    for (const { signals } of tabs) signals.tell('woke')
    await eventually(() => world.server.renewals() > 0)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(world.server.renewals()).toBe(1)
  })

  it('is tried again when the network was away, and made anew when it is too late', async () => {
    await using world = await startWorld()
    const time = clocks()
    const { live, signals } = world.phone({ ...time, cookies: cookieJar() })
    await live.identity.whenReady()
    await new Promise((resolve) => setTimeout(resolve, 100))
    world.proxy.weather.isDown = true
    world.proxy.cut()
    time.ahead.steady = 29.5 * 24 * hour
    signals.tell('woke')
    await new Promise((resolve) => setTimeout(resolve, 200))
    world.proxy.weather.isDown = false
    await eventually(() => world.server.renewals() === 1)
    world.server.whims.forgetSignIns()
    time.ahead.steady = 60 * 24 * hour
    signals.tell('woke')
    await expect(live.trpc.sessions.mine.query()).resolves.toEqual([])
    expect(live.identity.get().status).toBe('ready')
  })
})

/** Web Locks as browsers have them, for tabs that live in one process. */
function oneByOne(): LockManager {
  const request = async (name: string, ...given: readonly unknown[]) => {
    const work = given.at(-1) as () => Promise<unknown>
    const mine = (queues.get(name) ?? Promise.resolve()).then(work)
    queues.set(
      name,
      mine.catch(() => undefined),
    )
    return mine
  }
  return { request, query: async () => ({}) } as unknown as LockManager
}

const queues = new Map<string, Promise<unknown>>()
