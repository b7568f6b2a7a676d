import { randomBytes, randomUUID } from 'node:crypto'
import type { AppRouter } from '@humuus/api'
import { testDatabase } from '@humuus/db/testing'
import { createTRPCClient, createWSClient, httpLink, wsLink } from '@trpc/client'
import pino from 'pino'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startServer } from './server.ts'

test('smoke', async () => {
  await using database = await testDatabase()
  const t0 = performance.now()
  await using server = await startServer(
    {
      HOST: '127.0.0.1',
      PORT: 0,
      DATABASE_URL: database.url,
      AUTH_SECRET: 'x'.repeat(32),
      INTERNAL_SECRET: 'y'.repeat(32),
      LOG_LEVEL: 'info',
    },
    pino({ level: 'info' }),
  )
  console.log('start', performance.now() - t0, server.url)
  const signIn = async () => {
    const http = createTRPCClient<AppRouter>({ links: [httpLink({ url: `${server.url}/trpc` })] })
    const me = await http.auth.device.mutate({
      deviceId: randomUUID(),
      secret: randomBytes(32).toString('base64url'),
      delivery: 'bearer',
    })
    const ws = createWSClient({
      url: `${server.url.replace('http', 'ws')}/trpc`,
      WebSocket: WebSocket as never,
      connectionParams: { token: me.token ?? '' },
    })
    return { me, ws, api: createTRPCClient<AppRouter>({ links: [wsLink({ client: ws })] }) }
  }
  const host = await signIn()
  const ann = await signIn()
  const list = await host.api.workshops.list.query()
  console.log(list.map((w) => w.title))
  const s = await host.api.sessions.create.mutate({ workshopId: list[0]?.id, hostName: 'Hal' })
  const seen: string[] = []
  host.api.sessions.live.subscribe(
    { sessionId: s.sessionId, role: 'host' },
    { onData: (m) => seen.push(JSON.stringify(m).slice(0, 300)), onError: (e) => seen.push(String(e)) },
  )
  await new Promise((r) => setTimeout(r, 500))
  console.log(await ann.api.sessions.lookup.query({ code: s.code }))
  console.log(await ann.api.sessions.join.mutate({ sessionId: s.sessionId, commandId: randomUUID(), name: 'Ann' }))
  const mine: string[] = []
  ann.api.sessions.live.subscribe(
    { sessionId: s.sessionId, role: 'participant' },
    { onData: (m) => mine.push(JSON.stringify(m).slice(0, 300)) },
  )
  console.log(
    await host.api.sessions.command.mutate({
      sessionId: s.sessionId,
      commandId: randomUUID(),
      command: { type: 'start' },
    }),
  )
  await new Promise((r) => setTimeout(r, 300))
  console.log(seen, mine)
  console.log(await (await fetch(`${server.url}/readyz`)).text())
  await ann.ws.close()
  await host.ws.close()
  expect(1).toBe(1)
})
