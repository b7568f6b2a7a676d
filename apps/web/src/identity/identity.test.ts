import { describe, expect, it } from 'vitest'
import { cookieJar } from '../live/testing/cookie-jar.ts'
import { eventually, mapStorage, startWorld } from '../live/testing/world.ts'
import { makeDevice, ownDevice } from './device.ts'
import { signInByEmail } from './sign-in-by-email.ts'
import { signOut } from './sign-out.ts'

const ada = { email: 'ada@example.org', password: 'right' }

describe('signing in', () => {
  it('leaves the token in the cookie where cookies stick', async () => {
    await using world = await startWorld()
    const cookies = cookieJar()
    const { live } = world.phone({ cookies })
    await live.identity.whenReady()
    expect(live.identity.delivery()).toBe('cookie')
    expect(cookies.cookie()).toMatch(/^token=token-/)
    await expect(live.trpc.sessions.mine.query()).resolves.toEqual([])
  })

  it('keeps the token in memory where cookies do not stick, as in an embedded page', async () => {
    await using world = await startWorld()
    const { live } = world.phone()
    await live.identity.whenReady()
    expect(live.identity.delivery()).toBe('bearer')
  })
})

describe('an identity', () => {
  it('is ready over HTTP and WebSocket alike, without a single cookie', async () => {
    await using world = await startWorld()
    const { live } = world.phone()
    await live.identity.whenReady()
    expect(live.identity.get()).toMatchObject({ status: 'ready', isKept: true, rejection: null })
    await expect(live.trpc.sessions.mine.query()).resolves.toEqual([])
    await live.commands.of('s').send({ type: 'join', name: 'Ann' })
    expect(world.server.deliveries[0]?.user).toBe(live.identity.get().userId)
  })

  it('holds calls back until it is ready', async () => {
    await using world = await startWorld()
    await expect(world.phone().live.trpc.sessions.mine.query()).resolves.toEqual([])
  })

  it('says that the server cannot be reached, and signs in once it can', async () => {
    await using world = await startWorld()
    world.proxy.weather.isDown = true
    const { live } = world.phone()
    await eventually(() => live.identity.get().status === 'error')
    expect(live.identity.get().rejection).toBeNull()
    world.proxy.weather.isDown = false
    await eventually(() => live.identity.get().status === 'ready')
  })

  it('forgets the token in memory where a cookie says somebody else, and starts over', async () => {
    await using world = await startWorld()
    const home = mapStorage()
    const { live } = world.phone({ home })
    await live.identity.whenReady()
    const cookies = cookieJar()
    await world.phone({ cookies, home: mapStorage() }).live.identity.whenReady()
    const both = world.phone({ cookies, home })
    await eventually(() => both.live.identity.get().status === 'ready')
    await expect(both.live.trpc.sessions.mine.query()).resolves.toEqual([])
  })
})

describe('a page whose sign-in is over', () => {
  it('connects again as whoever the browser is, and does not do so in a hurry', async () => {
    await using world = await startWorld()
    const { live, follow } = world.phone()
    const { state } = follow()
    await eventually(() => state().seen !== null)
    const before = world.proxy.upgrades()
    world.server.whims.endSockets()
    await eventually(() => world.proxy.upgrades() === before + 1)
    world.server.answer('after')
    await eventually(() => JSON.stringify(state()).includes('after'))
    const mine = live.identity.get().userId
    expect(mine).not.toBeNull()

    // A server that ends every connection at once is not asked again and again.
    const closing = setInterval(() => world.server.whims.endSockets(), 5)
    const since = world.proxy.upgrades()
    await new Promise((resolve) => setTimeout(resolve, 600))
    clearInterval(closing)
    expect(world.proxy.upgrades() - since).toBeLessThan(4)
  })

  it('begins anew when its device was signed out, and sends nothing in the name of the next person', async () => {
    await using world = await startWorld()
    const cookies = cookieJar()
    const home = mapStorage()
    const first = world.phone({ cookies, home })
    await first.live.identity.whenReady()
    await signInByEmail(first.live, ada, null)
    const page = world.phone({ cookies, home, outbox: first.outbox })
    const { state } = page.follow()
    await eventually(() => state().seen !== null)
    expect(page.live.identity.get().me?.isRegistered).toBe(true)
    const { device } = await ownDevice({ storage: home, locks: null })
    world.server.whims.signedOutDevices.add(device.deviceId)
    world.server.whims.forgetSignIns()
    world.server.whims.endSockets()
    await eventually(() => page.startsOver.length > 0, 2_000)
    expect(page.startsOver).toEqual([true])
    void page.live.commands.of('s').send({ type: 'join', name: 'Ada' })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(world.server.deliveries).toEqual([])
    expect((await ownDevice({ storage: home, locks: null })).device).not.toEqual(device)
  })
})

describe('signing in with an address', () => {
  async function phoneWithHistory() {
    const world = await startWorld()
    const cookies = cookieJar()
    const home = mapStorage()
    const phone = world.phone({ cookies, home })
    await phone.live.identity.whenReady()
    const { device } = await ownDevice({ storage: home, locks: null })
    world.server.whims.historic.add(device.deviceId)
    const now = async () => (await ownDevice({ storage: home, locks: null })).device
    return { world, home, cookies, phone, device, now, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
  }

  it('is refused with a wrong password, and nothing has changed', async () => {
    await using it = await phoneWithHistory()
    await expect(signInByEmail(it.phone.live, { ...ada, password: 'wrong' }, null)).rejects.toThrow()
    expect(await it.now()).toEqual(it.device)
  })

  it('brings a new device where this one was signed out for good', async () => {
    await using it = await phoneWithHistory()
    it.world.server.whims.signedOutDevices.add(it.device.deviceId)
    expect(await signInByEmail(it.phone.live, ada, null)).toEqual({ status: 'signed_in' })
    expect(await it.now()).not.toEqual(it.device)
  })

  it('asks what is to become of the history of this device, and takes it along', async () => {
    await using it = await phoneWithHistory()
    expect(await signInByEmail(it.phone.live, ada, null)).toMatchObject({ status: 'ask', workshops: 1, sessions: 2 })
    expect(await signInByEmail(it.phone.live, ada, { takeAlong: true })).toEqual({ status: 'signed_in' })
    expect(await it.now()).toEqual(it.device)
    const next = it.world.phone({ cookies: it.cookies, home: it.home })
    await next.live.identity.whenReady()
    expect(next.live.identity.get().userId).toBe(ada.email)
  })

  it('leaves the history on the device, which is who it was again after signing out', async () => {
    await using it = await phoneWithHistory()
    const account = makeDevice()
    await it.phone.outbox.add({ commandId: 'c', sessionId: 's', command: { type: 'leave' } })
    expect(await signInByEmail(it.phone.live, ada, { leaveFor: account })).toEqual({ status: 'signed_in' })
    expect(await it.now()).toEqual(account)
    expect(await it.phone.outbox.sessions()).toEqual([])
    const next = it.world.phone({ cookies: it.cookies, home: it.home })
    await next.live.identity.whenReady()
    expect(next.live.identity.get().userId).toBe(ada.email)
    await signOut(next.live)
    expect(await it.now()).toEqual(it.device)
    const former = it.world.phone({ cookies: it.cookies, home: it.home })
    await former.live.identity.whenReady()
    expect(former.live.identity.get().userId).toBe(it.device.deviceId)
  })
})
