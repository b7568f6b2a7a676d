import { describe, expect, it } from 'vitest'
import { eventually, startWorld } from '../live/testing/world.ts'
import { type AuthCalls, type Credentials, signIn } from './sign-in.ts'

const device = { deviceId: 'device', secret: 'secret' }

/** A server and a browser between which cookies stick, or do not. */
function auth(cookiesStick: boolean): AuthCalls & { readonly deliveries: string[] } {
  const deliveries: string[] = []
  let cookie: string | null = null
  return {
    deliveries,
    async device({ delivery }) {
      deliveries.push(delivery)
      if (delivery === 'bearer') return { userId: 'me', token: 'a token' }
      if (cookiesStick) cookie = 'me'
      return { userId: 'me', token: null }
    },
    me: async () => (cookie === null ? null : { userId: cookie }),
  }
}

describe('signing in', () => {
  it('leaves the token in the cookie where cookies stick', async () => {
    const credentials: Credentials = { bearer: 'an old one' }
    const server = auth(true)
    expect(await signIn(server, device, credentials)).toBe('me')
    expect(credentials.bearer).toBeNull()
    expect(server.deliveries).toEqual(['cookie'])
  })

  it('keeps the token in memory where cookies do not stick, as in an embedded page', async () => {
    const credentials: Credentials = { bearer: null }
    const server = auth(false)
    expect(await signIn(server, device, credentials)).toBe('me')
    expect(credentials.bearer).toBe('a token')
    expect(server.deliveries).toEqual(['cookie', 'bearer'])
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
})
