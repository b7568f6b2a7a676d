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

/** Resolves when it is known whether anybody let us in. */
async function dial(link: FlakyLink): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(link.url).port), noDelay: true })
  await new Promise((resolve) => socket.once('connect', resolve).once('error', resolve))
  return socket.on('error', () => socket.destroy())
}

/** The next thing heard; `null` when the connection is gone. */
function heard(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    const hear = (piece?: Buffer) => {
      socket.off('data', hear).off('close', gone)
      resolve(piece === undefined ? null : String(piece))
    }
    const gone = () => hear()
    if (socket.destroyed) gone()
    socket.on('data', hear).on('close', gone)
  })
}

/** How many pieces came back before the connection was cut. */
async function echoesBeforeCut(link: FlakyLink): Promise<number> {
  const socket = await dial(link)
  for (let echoes = 0; ; echoes++) {
    socket.write('x')
    if ((await heard(socket)) === null) return echoes
  }
}

test('what is said comes through late, complete and in order', async () => {
  await using server = await echo()
  await using link = await FlakyLink.open({ target: server.url, seed: 1, delayMs: [10, 30] })
  const socket = await dial(link)
  const began = performance.now()
  for (const word of ['one ', 'two ', 'three']) socket.write(word)
  socket.end()
  let all = ''
  for await (const piece of socket) all += piece
  expect(all).toBe('one two three')
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
  expect(await Promise.all([heard(before), heard(during)])).toEqual([null, null])
  await new Promise((resolve) => setTimeout(resolve, 220))
  const after = await dial(link)
  after.write('here again')
  expect(await heard(after)).toBe('here again')
  after.destroy()
})

test('a calm link loses nothing any more', async () => {
  await using server = await echo()
  await using link = await FlakyLink.open({ target: server.url, seed: 3, cutChance: 1 })
  expect(await echoesBeforeCut(link)).toBe(0)
  link.calm()
  const socket = await dial(link)
  socket.write('through')
  expect(await heard(socket)).toBe('through')
  socket.destroy()
})
