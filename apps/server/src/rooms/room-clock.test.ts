import { engine } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { host, roomBench } from '../testing/room-bench.ts'
import { isLate, RoomClock } from './room-clock.ts'

async function poll() {
  const bench = await roomBench()
  await bench.send(host, { type: 'open_lobby' })
  await bench.send(host, { type: 'start' })
  return bench.room.head.state
}

test('a tick is asked for once whenever the deadline moves', async () => {
  const state = await poll()
  const asked: number[] = []
  const clock = new RoomClock((deadline) => void asked.push(deadline))
  clock.set(state)
  clock.set({ ...state })
  expect(asked).toEqual([engine.nextDeadline(state)])
})

test('a clock is late a second after its deadline, and where none runs it never is', async () => {
  const state = await poll()
  const deadline = engine.nextDeadline(state) ?? 0
  expect(isLate(state, deadline + 1_000)).toBe(false)
  expect(isLate(state, deadline + 1_001)).toBe(true)
  const { room } = await roomBench()
  expect(isLate(room.head.state, Number.MAX_SAFE_INTEGER)).toBe(false)
})
