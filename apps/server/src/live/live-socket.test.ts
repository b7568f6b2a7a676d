import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Context } from '@humuus/api'
import { closeCodes } from '@humuus/api'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { Connections } from '../identity/connections.ts'
import { LiveSocket } from './live-socket.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

interface Pair extends AsyncDisposable {
  /** Our end of a connection, and theirs. */
  readonly ours: LiveSocket
  readonly theirs: WebSocket
  /** What got through to those who listen at our end. */
  readonly heard: string[]
}

async function pair(): Promise<Pair> {
  const server = new WebSocketServer<typeof LiveSocket>({ port: 0, host: '127.0.0.1', WebSocket: LiveSocket })
  await once(server, 'listening')
  const theirs = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  theirs.on('error', () => {})
  const [[ours, request]] = await Promise.all([once(server, 'connection'), once(theirs, 'open')])
  ours.carriedBy(request.socket)
  const heard: string[] = []
  ours.on('message', (data: Buffer) => heard.push(String(data)))
  return {
    ours,
    theirs,
    heard,
    [Symbol.asyncDispose]: async () => {
      ours.terminate()
      theirs.terminate()
      server.close()
    },
  }
}

const closed = async (socket: WebSocket) => {
  const [code, reason] = await once(socket, 'close')
  return [code, String(reason)]
}

const user = (expiresAt = Number.POSITIVE_INFINITY): Context['user'] => ({
  id: 'ann',
  deviceId: 'phone',
  signInId: 'sign-in',
  generation: 1,
  formerIds: [],
  expiresAt,
})

const context = (user: Context['user'] = null) => ({ user })

test('beyond 120 messages at once nothing is heard any more, and the connection ends with a code', async () => {
  await using both = await pair()
  for (let index = 0; index < 300; index++) both.theirs.send('tap')
  expect(await closed(both.theirs)).toEqual([closeCodes.slowDown, 'slow_down'])
  expect(both.heard).toHaveLength(120)
})

test('many requests in one frame count as many', async () => {
  await using both = await pair()
  both.theirs.send(JSON.stringify(Array.from({ length: 121 }, (_, id) => ({ id }))))
  expect(await closed(both.theirs)).toEqual([closeCodes.slowDown, 'slow_down'])
  expect(both.heard).toEqual([])
})

test('pings are answered, and count like messages', async () => {
  await using both = await pair()
  const end = closed(both.theirs)
  let pongs = 0
  both.theirs.on('pong', () => {
    pongs++
    both.theirs.ping()
  })
  both.theirs.ping()
  expect(await end).toEqual([closeCodes.slowDown, 'slow_down'])
  expect(pongs).toBeGreaterThan(100)
})

test('whoever keeps sending after the goodbye is not heard', async () => {
  await using both = await pair()
  both.ours.close(closeCodes.comeBack)
  both.theirs.send('one more')
  await closed(both.theirs)
  expect(both.heard).toEqual([])
})

test('somebody who answers is looked after for ever; somebody silent is gone at the second look', async () => {
  await using both = await pair()
  for (let look = 0; look < 5; look++) {
    const asked = once(both.theirs, 'ping')
    both.ours.lookAfter()
    await asked
    await once(both.ours, 'pong')
  }
  both.theirs.pause()
  both.ours.lookAfter()
  expect(both.ours.readyState).toBe(WebSocket.OPEN)
  both.ours.lookAfter()
  await once(both.ours, 'close')
})

test('a slow reader lives as long as something gets through, and is cut when nothing does', async () => {
  await using both = await pair()
  both.theirs.pause()
  const piece = 'x'.repeat(1024 * 1024)
  // More than the network takes by itself, less than may wait.
  while (both.ours.bufferedAmount < 5 * 1024 * 1024) both.ours.send(piece)
  both.ours.lookAfter()
  const waiting = both.ours.bufferedAmount
  both.theirs.once('message', () => both.theirs.pause())
  both.theirs.resume()
  await expect.poll(() => both.ours.bufferedAmount).toBeLessThan(waiting)
  both.ours.lookAfter()
  expect([both.ours.readyState, both.ours.bufferedAmount > 0]).toEqual([WebSocket.OPEN, true])
  const gone = closed(both.theirs)
  await new Promise((resolve) => setTimeout(resolve, 100))
  both.ours.lookAfter()
  both.ours.lookAfter()
  expect(both.ours.readyState).toBe(WebSocket.CLOSING)
  both.theirs.resume()
  expect(await gone).toEqual([closeCodes.slowReader, 'slow_reader'])
})

test('a reader of nothing is cut when 8 MB wait, whatever it says meanwhile', async () => {
  await using both = await pair()
  both.theirs.pause()
  const piece = 'x'.repeat(1024 * 1024)
  while (both.ours.bufferedAmount <= 8 * 1024 * 1024) both.ours.send(piece)
  const gone = closed(both.theirs)
  both.theirs.send('I am still here')
  await expect.poll(() => both.ours.readyState).toBe(WebSocket.CLOSING)
  both.theirs.resume()
  expect(await gone).toEqual([closeCodes.slowReader, 'slow_reader'])
  expect(both.heard).toEqual([])
})

test('a visitor who asks for nothing is sent home after 30 s', async () => {
  await using both = await pair()
  both.ours.belongsTo(context(), new Connections())
  both.ours.lookAfter()
  await once(both.ours, 'pong')
  vi.advanceTimersByTime(31_000)
  both.ours.lookAfter()
  expect(await closed(both.theirs)).toEqual([closeCodes.idle, 'idle'])
})

test('somebody with an account may be quiet', async () => {
  await using both = await pair()
  both.ours.belongsTo(context(user()), new Connections())
  vi.advanceTimersByTime(3_600_000)
  both.ours.lookAfter()
  await once(both.ours, 'pong')
  expect(both.ours.readyState).toBe(WebSocket.OPEN)
})

test('a connection ends with the sign-in that it was opened with, and when its token expires', async () => {
  const connections = new Connections()
  await using first = await pair()
  first.ours.belongsTo(context(user()), connections)
  connections.end('somebody else')
  connections.end('sign-in')
  expect(await closed(first.theirs)).toEqual([closeCodes.signedOut, 'signed_out'])
  await expect.poll(() => connections.size).toBe(0)

  await using second = await pair()
  second.ours.belongsTo(context(user(Date.now() - 1)), connections)
  second.ours.lookAfter()
  expect(await closed(second.theirs)).toEqual([closeCodes.signedOut, 'signed_out'])
})

test('a visitor who looks on may be quiet until the view is over', async () => {
  await using both = await pair()
  both.ours.openView()
  vi.advanceTimersByTime(3_600_000)
  both.ours.lookAfter()
  await once(both.ours, 'pong')
  expect(both.ours.readyState).toBe(WebSocket.OPEN)
  both.ours.closeView()
  vi.advanceTimersByTime(31_000)
  both.ours.lookAfter()
  expect(await closed(both.theirs)).toEqual([closeCodes.idle, 'idle'])
})

test('one view more than 64 is refused until another one is closed', async () => {
  await using both = await pair()
  for (let count = 0; count < 64; count++) both.ours.openView()
  expect(() => both.ours.openView()).toThrow('slow_down')
  both.ours.closeView()
  both.ours.openView()
  expect(() => both.ours.openView()).toThrow('slow_down')
})
