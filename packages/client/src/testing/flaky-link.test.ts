import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { FlakyLink } from './flaky-link.ts'

/** A server that says back what it hears. */
async function echo() {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function dial(link: FlakyLink): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(link.url).port), noDelay: true })
  socket.on('error', () => socket.destroy())
  await once(socket, 'connect')
  return socket
}

const closed = (socket: Socket): Promise<unknown> => (socket.destroyed ? Promise.resolve() : once(socket, 'close'))

/** How many pieces came back before the connection was cut. */
async function echoesBeforeCut(link: FlakyLink): Promise<number> {
  const socket = await dial(link)
  for (let heard = 0; ; heard++) {
    socket.write('x')
    const answered = await Promise.race([once(socket, 'data').then(() => true), closed(socket).then(() => false)])
    if (!answered) return heard
  }
}

test('what is said comes through late, complete and in order', async () => {
  await using server = await echo()
  await using link = await FlakyLink.open({ target: server.url, seed: 1, delayMs: [10, 30] })
  const socket = await dial(link)
  const began = performance.now()
  for (const word of ['one ', 'two ', 'three']) socket.write(word)
  socket.end()
  let heard = ''
  for await (const piece of socket) heard += piece
  expect(heard).toBe('one two three')
  expect(performance.now() - began).toBeGreaterThanOrEqual(19)
  expect(link.cuts).toBe(0)
})

test('the same seed cuts at the same places, another at others', async () => {
  await using server = await echo()
  const runOf = async (seed: number) => {
    await using link = await FlakyLink.open({ target: server.url, seed, cutChance: 0.1 })
    const lengths: number[] = []
    for (let connection = 0; connection < 6; connection++) lengths.push(await echoesBeforeCut(link))
    expect(link.cuts).toBe(6)
    return lengths
  }
  const first = await runOf(7)
  expect(await runOf(7)).toEqual(first)
  expect(await runOf(8)).not.toEqual(first)
})

test('a block lets nobody through until it is over', async () => {
  await using server = await echo()
  await using link = await FlakyLink.open({ target: server.url, seed: 1 })
  const before = await dial(link)
  link.block(200)
  const during = await dial(link)
  await Promise.all([closed(before), closed(during)])
  await new Promise((resolve) => setTimeout(resolve, 220))
  const after = await dial(link)
  after.write('here again')
  expect(String((await once(after, 'data'))[0])).toBe('here again')
  after.destroy()
})

test('a calm link loses nothing any more', async () => {
  await using server = await echo()
  await using link = await FlakyLink.open({ target: server.url, seed: 3, cutChance: 1 })
  expect(await echoesBeforeCut(link)).toBe(0)
  link.calm()
  const socket = await dial(link)
  socket.write('through')
  expect(String((await once(socket, 'data'))[0])).toBe('through')
  socket.destroy()
})
