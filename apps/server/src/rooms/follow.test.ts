import type { LiveMessage, LiveText, Outlet, Viewer } from '@humuus/api'
import { engine } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { from, host, type RoomBench, roomBench } from '../testing/room-bench.ts'

const person = (userId: string): Viewer => ({ role: 'participant', userId })
const never = new AbortController().signal

async function running(people = ['ann', 'ben', 'cem']): Promise<RoomBench> {
  const bench = await roomBench()
  await bench.send(host, { type: 'open_lobby' })
  for (const name of people) await bench.send(name, { type: 'join', name })
  await bench.send(host, { type: 'start' })
  return bench
}

/** An outlet that keeps what it is sent. */
function ear() {
  const texts: LiveText[] = []
  const ends: unknown[] = []
  const outlet: Outlet = {
    isFull: () => false,
    room: async () => {},
    send: (text) => void texts.push(text),
    end: (error) => void ends.push(error),
  }
  return { outlet, texts, ends, heard: () => texts.map(({ json }) => JSON.parse(json) as LiveMessage) }
}

test('those to whom a step means the same are sent one text, and who gave something there another', async () => {
  const { room, send } = await running()
  const ears = new Map(['ann', 'ben', 'cem'].map((name) => [name, ear()]))
  for (const [name, { outlet }] of ears) await room.follow(person(name), from(null), outlet, never)
  await send('cem', { type: 'act', nodeId: 'colour', node: 'poll', act: { type: 'vote', choice: [0] } })
  await send(host, { type: 'next', from: 'colour' })
  await expect.poll(() => ears.get('cem')?.heard().at(-1)?.version).toBe(room.head.version)
  const last = ['ann', 'ben', 'cem'].map((name) => ears.get(name)?.texts.at(-1))
  expect(last[0]).toBe(last[1])
  expect(last[2]).not.toBe(last[0])
})

test('who stops is told nothing more, and the room is left', async () => {
  const { room, send } = await running()
  const { outlet, texts, ends } = ear()
  const following = await room.follow(person('ann'), from(null), outlet, never)
  const sent = texts.length
  following.stop()
  following.stop()
  await send(host, { type: 'next', from: 'colour' })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([texts.length, ends]).toEqual([sent, []])
  expect(room.idleFor(1_000_000)).toBe(0)
})

test('who gives up before the first look is sent nothing', async () => {
  const { room } = await running()
  const { outlet, texts, ends } = ear()
  const given = new AbortController()
  const coming = room.follow(person('ann'), from(null), outlet, given.signal)
  given.abort()
  await coming
  expect([texts, ends]).toEqual([[], []])
})

test('who goes on with another page is told so, and who is kicked sees that and no more', async () => {
  const { room, send } = await running()
  const [old, fresh] = [ear(), ear()]
  await room.follow(person('ann'), from(null), old.outlet, never)
  await room.follow(person('ann'), from(null), fresh.outlet, never)
  expect(old.ends).toEqual([expect.objectContaining({ message: 'taken_over' })])
  await send(host, { type: 'kick', participantId: 'ann', mayReturn: false })
  await expect.poll(() => fresh.ends).toEqual([undefined])
  expect(fresh.heard().at(-1)).toMatchObject({ own: [1, { standing: [0, 'kicked'] }] })
})

test('a page that was away is sent what it missed, and from then on what changes', async () => {
  const { room, send } = await running()
  const since = room.head
  await send('ben', { type: 'act', nodeId: 'colour', node: 'poll', act: { type: 'vote', choice: [0] } })
  await send(host, { type: 'close', nodeId: 'colour' })
  const { outlet, heard } = ear()
  await room.follow({ role: 'screen' }, from(since.version), outlet, never)
  expect(heard()).toEqual([
    {
      kind: 'delta',
      from: since.version,
      version: room.head.version,
      own: null,
      shared: engine.delta(engine.sharedView(since.state, 'screen'), engine.sharedView(room.head.state, 'screen')),
    },
  ])
})
