import { once } from 'node:events'
import { closeCodes } from '@humuus/api/wire'
import { connect } from '@humuus/client'
import { testDatabase } from '@humuus/db/testing'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { serverProcess } from './testing/server-process.ts'
import { openWorld, vote } from './testing/world.ts'

test('SIGTERM: sockets are told to come back, what was acknowledged is in the log, the exit code is 0', async () => {
  await using database = await testDatabase()
  await using running = await serverProcess(database.url)
  const { url, process: server } = running
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  const socket = new WebSocket(`${url.replace('http', 'ws')}/trpc`)
  await once(socket, 'open')
  const closed = once(socket, 'close')
  const asked = performance.now()
  server.kill('SIGTERM')
  const [exitCode] = await once(server, 'exit')
  expect(exitCode).toBe(0)
  expect(performance.now() - asked).toBeLessThan(10_000)
  const [code] = await closed
  expect(code).toBe(closeCodes.comeBack)
})

test('a command that arrives while the server stops is either in the log or not acknowledged', async () => {
  await using world = await openWorld()
  const { sessionId, code, command, host } = await world.hosted()
  const ann = await world.person()
  await ann.join(code, 'Ann')
  await command({ type: 'start' })
  const asked = Array.from({ length: 30 }, (_, index) => ann.send(sessionId, vote(index % 2), { withinMs: 1_000 }))
  await world.restart()
  const answers = await Promise.all(asked)
  // A connection of its own: the old one may still be on its way back.
  await using again = await connect({ url: world.server.url, device: host.device })
  const report = await again.trpc.sessions.report.query({ sessionId })
  const acknowledged = answers.some((answer) => answer.ok)
  expect(report.steps[0]?.done ?? 0).toBe(acknowledged ? 1 : 0)
})

test('a server whose database is away says so and lives on', async () => {
  await using world = await openWorld()
  expect((await fetch(`${world.server.url}/readyz`)).status).toBe(200)
  await world.database[Symbol.asyncDispose]()
  const readiness = await fetch(`${world.server.url}/readyz`)
  expect([readiness.status, await readiness.json()]).toEqual([
    503,
    { ready: false, trouble: 'the database does not answer' },
  ])
  expect((await fetch(`${world.server.url}/healthz`)).status).toBe(200)
})
