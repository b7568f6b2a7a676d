import { wireVersion } from '@humuus/api/wire'
import { describe, expect, it } from 'vitest'
import { eventually, mapStorage, type Phone, startWorld } from './testing/world.ts'

const answersOf = (following: ReturnType<Phone['follow']>) => following.state().seen?.shared.answers

describe('a live subscription', () => {
  it('shows the session over one WebSocket, with the protocol version said', async () => {
    await using world = await startWorld()
    const following = world.phone().follow()
    await eventually(() => following.state().seen?.version === 1)
    world.server.answer('first')
    await eventually(() => answersOf(following)?.[0] === 'first')
    expect(world.server.liveCalls[0]).toMatchObject({ since: null, carrier: 'socket', wire: String(wireVersion) })
  })

  it('goes on from the last version it saw when the connection drops, and keeps the picture meanwhile', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    const following = phone.follow()
    world.server.answer('before')
    await eventually(() => following.state().seen?.version === 2)
    world.proxy.weather.isDown = true
    world.proxy.cut()
    await eventually(() => phone.live.uplink.line.get() === 'down')
    world.server.answer('during')
    expect(answersOf(following)).toEqual(['before'])
    world.proxy.weather.isDown = false
    await eventually(() => answersOf(following)?.length === 2)
    expect(world.server.liveCalls.map(({ since }) => since)).toEqual([null, '2'])
  })

  it('goes on from the last version it saw when the server restarts', async () => {
    await using world = await startWorld()
    const following = world.phone().follow()
    world.server.answer('before')
    await eventually(() => following.state().seen?.version === 2)
    await world.server.stop()
    await world.server.start()
    world.server.answer('after')
    await eventually(() => answersOf(following)?.length === 2)
    expect(world.server.liveCalls.at(-1)).toMatchObject({ since: '2', carrier: 'socket' })
  })

  it('notices a connection that died without a word', async () => {
    await using world = await startWorld()
    const following = world.phone().follow()
    await eventually(() => following.state().seen?.version === 1)
    world.proxy.weather.isMute = { up: true, down: true }
    world.server.answer('unheard')
    await eventually(() => world.proxy.upgrades() > 1)
    world.proxy.weather.isMute = { up: false, down: false }
    await eventually(() => answersOf(following)?.[0] === 'unheard')
    expect(world.server.liveCalls.at(-1)).toMatchObject({ since: '1' })
  })

  it('connects anew at once when the page wakes up', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    const following = phone.follow()
    await eventually(() => following.state().seen?.version === 1)
    await new Promise((resolve) => setTimeout(resolve, 1_050))
    world.proxy.weather.isMute = { up: false, down: true }
    world.server.answer('asleep')
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(answersOf(following)).toEqual([])
    world.proxy.weather.isMute = { up: false, down: false }
    phone.signals.tell('woke')
    phone.signals.tell('online')
    await eventually(() => answersOf(following)?.[0] === 'asleep', 500)
    expect(world.server.liveCalls).toHaveLength(2)
  })

  it('hands the reason on when it is refused', async () => {
    await using world = await startWorld()
    world.server.whims.liveRefusal = { code: 'kicked' }
    const following = world.phone().follow()
    await eventually(() => following.state().phase === 'refused')
    expect(following.state().rejection).toEqual({ code: 'kicked' })
  })

  it('signs in again when the server forgot the sign-in', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    await phone.live.identity.whenReady()
    world.server.whims.forgetSignIns()
    const following = phone.follow()
    await eventually(() => following.state().seen?.version === 1)
    expect(phone.live.identity.get().status).toBe('ready')
  })

  it('asks for a newer page when the server says that this one is old', async () => {
    await using world = await startWorld()
    world.server.whims.liveRefusal = { code: 'outdated_client' }
    const phone = world.phone()
    const following = phone.follow()
    await eventually(() => following.state().phase === 'refused')
    expect(phone.reloads()).toBe(1)
  })

  it('closes the connection when nothing needs it any more', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    const following = phone.follow()
    await eventually(() => phone.live.uplink.line.get() === 'open')
    following.stop()
    await eventually(() => phone.live.uplink.line.get() === 'idle')
  })
})

describe('a network that blocks WebSockets', () => {
  it.each(['refused', 'swallowed'] as const)(
    'is noticed when upgrades are %s, and everything goes over HTTP',
    async (upgrades) => {
      await using world = await startWorld()
      world.proxy.weather.upgrades = upgrades
      const phone = world.phone()
      const following = phone.follow()
      world.server.answer('hello')
      await eventually(() => answersOf(following)?.[0] === 'hello')
      const result = await phone.live.commands.of('s').send({ type: 'join', name: 'Ann' })
      expect(result).toEqual({ ok: true, version: 3 })
      await eventually(() => answersOf(following)?.length === 2)
      expect(world.server.liveCalls).toMatchObject([{ since: null, carrier: 'http', wire: String(wireVersion) }])
      expect(phone.live.uplink.line.get()).toBe('open')
    },
  )

  it('is left alone by the next page of the same browser session', async () => {
    await using world = await startWorld()
    world.proxy.weather.upgrades = 'refused'
    const session = mapStorage()
    const first = world.phone({ session }).follow()
    await eventually(() => first.state().seen !== null)
    const asked = world.proxy.upgrades()
    const second = world.phone({ session }).follow()
    await eventually(() => second.state().seen !== null)
    expect(world.proxy.upgrades()).toBe(asked)
  })

  it('loses nothing when the event stream drops', async () => {
    await using world = await startWorld()
    world.proxy.weather.upgrades = 'refused'
    const following = world.phone().follow()
    world.server.answer('one')
    await eventually(() => following.state().seen?.version === 2)
    world.proxy.cut()
    world.server.answer('two')
    await eventually(() => answersOf(following)?.length === 2, 10_000)
    expect(world.server.liveCalls.at(-1)).toMatchObject({ since: '2', carrier: 'http', wire: String(wireVersion) })
  })

  it('is looked at again on another network, and the subscription goes on over the socket from its version', async () => {
    await using world = await startWorld()
    world.proxy.weather.upgrades = 'refused'
    const phone = world.phone()
    const following = phone.follow()
    world.server.answer('over http')
    await eventually(() => following.state().seen?.version === 2)
    world.proxy.weather.upgrades = 'pass'
    phone.signals.tell('moved')
    await eventually(() => world.server.liveCalls.at(-1)?.carrier === 'socket')
    world.server.answer('over the socket')
    await eventually(() => answersOf(following)?.length === 2)
    expect(world.server.liveCalls.at(-1)).toMatchObject({ since: '2' })
  })

  it('is not suspected when the server is down for a while', async () => {
    await using world = await startWorld()
    const phone = world.phone()
    const following = phone.follow()
    await eventually(() => following.state().seen?.version === 1)
    world.proxy.weather.isDown = true
    world.proxy.cut()
    const before = world.proxy.upgrades()
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(phone.live.uplink.line.get()).toBe('down')
    world.proxy.weather.isDown = false
    await eventually(() => phone.live.uplink.line.get() === 'open')
    expect(world.proxy.upgrades()).toBeGreaterThan(before)
    expect(world.server.liveCalls.every(({ carrier }) => carrier === 'socket')).toBe(true)
  })
})
