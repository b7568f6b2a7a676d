import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saidInTime } from './said-in-time.ts'

const app = fastify({ forceCloseConnections: true })
let port: number
beforeAll(async () => {
  saidInTime(app, { withinMs: 300, except: '/slowly' })
  app.addContentTypeParser('*', (_request, payload, done) => void text(payload).then((body) => done(null, body), done))
  app.post('/at-once', async ({ body }) => body)
  app.post('/slowly/1', async ({ body }) => body)
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as AddressInfo).port
})
afterAll(() => app.close())

/** Says ten letters, a part of them after so long; resolves to the answer. */
async function say(path: string, pauseMs: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const answer = text(socket)
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: a/b\r\ncontent-length: 10\r\nconnection: close\r\n\r\n01234`,
  )
  const rest = setTimeout(() => socket.writable && socket.write('56789'), pauseMs)
  return answer.finally(() => clearTimeout(rest))
}

test('who does not say all of a request in time is cut off, and told that it may try again', async () => {
  const before = performance.now()
  expect(await say('/at-once', 5_000)).toMatch(/^HTTP\/1\.1 408 [\s\S]*"unavailable"/)
  expect(performance.now() - before).toBeLessThan(3_000)
})

test('who does is answered, and so is an upload that takes longer', async () => {
  expect(await say('/at-once', 20)).toMatch(/^HTTP\/1\.1 200 [\s\S]*0123456789$/)
  expect(await say('/slowly/1', 600)).toMatch(/^HTTP\/1\.1 200 [\s\S]*0123456789$/)
})
