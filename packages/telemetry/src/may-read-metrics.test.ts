import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { mayReadMetrics } from './may-read-metrics.ts'

type Guard = Parameters<typeof mayReadMetrics>[1]

/** What a real request over a real socket is answered. */
async function isLetIn(guard: Guard, headers: Record<string, string> = {}, from = '127.0.0.1'): Promise<boolean> {
  const server = createServer((asked, answer) => void answer.writeHead(mayReadMetrics(asked, guard) ? 200 : 403).end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const [answer] = await once(request({ port, host: '127.0.0.1', localAddress: from, headers }).end(), 'response')
  answer.resume()
  server.close()
  return answer.statusCode === 200
}

const alone: Guard = { token: undefined, isBehindProxy: false }
const guarded: Guard = { token: 'sixteen letters!', isBehindProxy: true }

test('without a token this machine reads the metrics, and nobody for whom somebody else asks', async () => {
  expect(await isLetIn(alone)).toBe(true)
  for (const name of ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'])
    expect(await isLetIn(alone, { [name]: '10.0.0.1' }), name).toBe(false)
  expect(await isLetIn({ ...alone, isBehindProxy: true })).toBe(false)
  expect(await isLetIn(alone, { host: 'attacker.example' })).toBe(false)
})

test('with a token whoever shows it reads them, and nobody else, not even from this machine', async () => {
  expect(await isLetIn(guarded, { authorization: 'Bearer sixteen letters!', via: 'a proxy', host: 'x.example' })).toBe(
    true,
  )
  for (const authorization of ['', 'Bearer', 'Bearer sixteen letters', 'sixteen letters!', 'Bearer sixteen letters!!'])
    expect(await isLetIn(guarded, { authorization }), authorization).toBe(false)
  expect(await isLetIn(guarded)).toBe(false)
})
