import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { FetchEventSource } from './fetch-event-source.ts'

async function streaming(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const next = (source: FetchEventSource, type: string): Promise<Event> =>
  new Promise((resolve) => source.addEventListener(type, resolve, { once: true }))

test('says who asks, and after the end of a stream comes back with the last id', async () => {
  const asked: [string | undefined, string | string[] | undefined][] = []
  await using server = await streaming((request, response) => {
    asked.push([request.headers.authorization, request.headers['last-event-id']])
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`id: ${asked.length}\ndata: x\n\n`)
  })
  const source = new FetchEventSource(server.url, { authorization: 'Bearer secret' })
  await next(source, 'message')
  const second = await next(source, 'message')
  source.close()
  expect(second).toMatchObject({ data: 'x', lastEventId: '2' })
  expect(asked.slice(0, 2)).toEqual([
    ['Bearer secret', undefined],
    ['Bearer secret', '1'],
  ])
})

test('a server in trouble is asked again; an answer that is no stream is final', async () => {
  const statuses = [503, 502, 404]
  let asked = 0
  await using server = await streaming((_, response) => response.writeHead(statuses[asked++] ?? 200).end())
  const source = new FetchEventSource(server.url)
  const states: number[] = []
  source.addEventListener('error', () => states.push(source.readyState))
  while (source.readyState !== source.CLOSED) await next(source, 'error')
  expect(states).toEqual([source.CONNECTING, source.CONNECTING, source.CLOSED])
  expect(asked).toBe(3)
})

test('once closed it neither speaks nor comes back', async () => {
  let asked = 0
  await using server = await streaming((_, response) => {
    asked++
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: first\n\n')
  })
  const source = new FetchEventSource(server.url)
  await next(source, 'message')
  source.addEventListener('error', () => expect.fail('a closed source is silent'))
  source.close()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(source.readyState).toBe(source.CLOSED)
  expect(asked).toBe(1)
})
