import type { LiveMessage, Rooms } from '@humuus/api'
import { expect, test } from 'vitest'
import { viewsWithin } from './views-within.ts'

const never = new AbortController().signal
const watching = { since: null, page: 'page', beats: false, room: async () => {} }

/** Rooms whose views begin at once and end when they are left. */
const endless = {
  async *live(): AsyncGenerator<LiveMessage> {
    for (let version = 1; ; version++) yield { kind: 'snapshot', version, shared: {}, own: null }
  },
} as unknown as Rooms

const open = (rooms: Rooms) => rooms.live('session', { role: 'screen' }, watching, never)[Symbol.asyncIterator]()

test('one view more than allowed is refused until another one is left', async () => {
  const counts: number[] = []
  const rooms = viewsWithin(endless, 2, (count) => void counts.push(count))
  const [first, second, third] = [open(rooms), open(rooms), open(rooms)]
  expect((await first.next()).value).toMatchObject({ version: 1 })
  await second.next()
  await expect(third.next()).rejects.toThrow('slow_down')
  await first.return?.()
  expect((await open(rooms).next()).value).toMatchObject({ version: 1 })
  expect(counts).toEqual([1, 2, 1, 2])
})

test('nothing is looked up before there is room for it', async () => {
  let makeRoom = () => {}
  const room = new Promise<void>((resolve) => {
    makeRoom = resolve
  })
  const view = viewsWithin(endless, 2, () => {}).live(
    'session',
    { role: 'screen' },
    { ...watching, room: () => room },
    never,
  )
  let isThere = false
  const first = view[Symbol.asyncIterator]()
    .next()
    .then(() => {
      isThere = true
    })
  await new Promise((resolve) => setImmediate(resolve))
  expect(isThere).toBe(false)
  makeRoom()
  await first
  expect(isThere).toBe(true)
})
