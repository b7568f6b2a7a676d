import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

/** Sends bytes as they are; resolves to all that comes back until the server ends it. */
async function say(text: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(world.server.url).port) })
  let heard = ''
  socket.on('data', (bytes) => (heard += bytes))
  socket.write(text)
  await once(socket, 'close')
  return heard
}

test.each([
  ['headers without an end', `GET / HTTP/1.1\r\nHost: x\r\n${'x-more: of this\r\n'.repeat(3_000)}`, '431', 'too_large'],
  ['what is no HTTP', 'hello\r\n\r\n', '400', 'malformed'],
  [
    'a method that nobody uses',
    'TRACE /trpc/auth.me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    '405',
    'malformed',
  ],
  ['an address that is none', 'GET /trpc/%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '400', 'malformed'],
  ['an address where nothing is', 'GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '404', 'malformed'],
])('%s is refused like everything else: with a reason', async (_, text, status, code) => {
  const answer = await say(text)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(JSON.parse(answer.slice(answer.indexOf('{')))).toMatchObject({ error: { data: { rejection: { code } } } })
})

test('whoever connects and does not say what they want is shown the door', async () => {
  expect(await say('GET / HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1.1 408 /)
}, 30_000)

test('a body that is announced and does not come keeps nobody from being served', async () => {
  const stuck = request(`${world.server.url}/trpc/auth.device`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': 1_000 },
  })
  stuck.on('error', () => {})
  stuck.write('{')
  expect((await fetch(`${world.server.url}/readyz`)).status).toBe(200)
  stuck.destroy()
})
