import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openBalancer } from './balancer.ts'

/** A server that says its name and what it was asked, and after a handshake says back what it hears. */
async function echo(name: string) {
  const server = createServer(async (request, answer) => {
    const { method, url, headers } = request
    const said = { name, method, url, from: headers['x-forwarded-for'], host: headers.host, body: await text(request) }
    answer.writeHead(200, { 'content-type': 'application/json', 'x-name': name })
    answer.write(JSON.stringify(said))
    // An event stream goes on; what was said so far has to arrive.
    if (url !== '/stream') answer.end()
  })
  server.on('upgrade', (_, socket, head) => {
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nupgrade: echo\r\nconnection: upgrade\r\n\r\n${name} `)
    socket.write(head)
    socket.pipe(socket)
    socket.on('error', () => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const json = async (answer: Response) => (await answer.json()) as Record<string, string>

test('requests go round, also those over one connection, with all they say', async () => {
  await using one = await echo('one')
  await using two = await echo('two')
  await using balancer = await openBalancer({ targets: () => [one.url, two.url] })
  const seen: string[] = []
  for (let count = 0; count < 4; count++) {
    const answer = await fetch(`${balancer.url}/path?x=1`, { method: 'POST', body: 'hello' })
    const said = await json(answer)
    expect(said).toMatchObject({ method: 'POST', url: '/path?x=1', body: 'hello', host: new URL(balancer.url).host })
    expect(answer.headers.get('x-name')).toBe(said.name)
    seen.push(said.name ?? '')
  }
  expect(seen).toEqual(['one', 'two', 'one', 'two'])
  expect([...balancer.passed.values()]).toEqual([2, 2])
})

test('who asks is said by the balancer, not by whoever asks', async () => {
  await using one = await echo('one')
  await using balancer = await openBalancer({ targets: () => [one.url] })
  const { from } = await json(await fetch(balancer.url, { headers: { 'x-forwarded-for': '10.1.2.3' } }))
  expect(from).toBe('127.0.0.1')
})

test('a WebSocket is carried both ways until one side goes', async () => {
  await using one = await echo('one')
  await using balancer = await openBalancer({ targets: () => [one.url] })
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(balancer.url).port) })
  socket.write('GET /trpc HTTP/1.1\r\nhost: x\r\nupgrade: echo\r\nconnection: upgrade\r\n\r\n')
  let heard = ''
  socket.on('data', (piece) => {
    heard += piece
  })
  await expect.poll(() => heard).toContain('one ')
  socket.write('ping')
  await expect.poll(() => heard).toContain('one ping')
  const closed = once(socket, 'close')
  socket.end()
  await closed
})

test('an answer that goes on arrives as it is said', async () => {
  await using one = await echo('one')
  await using balancer = await openBalancer({ targets: () => [one.url] })
  const stop = new AbortController()
  const answer = await fetch(`${balancer.url}/stream`, { signal: stop.signal })
  const first = await answer.body?.getReader().read()
  expect(new TextDecoder().decode(first?.value)).toContain('/stream')
  stop.abort()
})

test('a server that takes no connection is passed over; where there is none, that is said', async () => {
  await using one = await echo('one')
  const gone = await echo('gone')
  await gone[Symbol.asyncDispose]()
  await using balancer = await openBalancer({ targets: () => [gone.url, one.url] })
  for (let count = 0; count < 3; count++) expect((await json(await fetch(balancer.url))).name).toBe('one')
  await using empty = await openBalancer({ targets: () => [] })
  expect((await fetch(empty.url)).status).toBe(503)
})
