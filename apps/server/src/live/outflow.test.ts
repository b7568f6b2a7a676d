import { closeCodes } from '@humuus/api'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { highWaterBytes, outflow, slowPatienceMs } from './outflow.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never = () => false

/** A connection in which as much waits as the test says. */
function outlet(waiting = 0) {
  const ends: string[] = []
  return {
    bufferedAmount: waiting,
    ends,
    close: (code?: number) => void ends.push(`close ${code}`),
    terminate: () => void ends.push('terminate'),
  }
}

/** Whether there is room by now. */
async function isThere(room: Promise<void>): Promise<boolean> {
  let there = false
  void room.then(() => {
    there = true
  })
  await vi.advanceTimersByTimeAsync(0)
  return there
}

test('below the mark there is room at once', async () => {
  expect(await isThere(outflow(outlet(highWaterBytes - 1))(never))).toBe(true)
})

test('a full connection has room once enough has left', async () => {
  const socket = outlet(highWaterBytes)
  const room = outflow(socket)(never)
  expect(await isThere(room)).toBe(false)
  socket.bufferedAmount = 0
  await vi.advanceTimersByTimeAsync(100)
  expect(await isThere(room)).toBe(true)
})

test('whoever no longer waits is let go at once, full or not', async () => {
  const abort = new AbortController()
  const room = outflow(outlet(highWaterBytes))(() => abort.signal.aborted)
  abort.abort()
  await vi.advanceTimersByTimeAsync(100)
  expect(await isThere(room)).toBe(true)
})

test('whoever is full for 30 s is cut once, with a code, and torn down a moment later', async () => {
  const socket = outlet(highWaterBytes)
  void outflow(socket)(never)
  await vi.advanceTimersByTimeAsync(slowPatienceMs - 100)
  expect(socket.ends).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(socket.ends).toEqual([`close ${closeCodes.slowReader}`])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(socket.ends).toEqual([`close ${closeCodes.slowReader}`, 'terminate'])
})

test('a slow reader who takes something now and then is not cut', async () => {
  const socket = outlet(highWaterBytes)
  const ask = outflow(socket)
  for (let round = 0; round < 5; round++) {
    void ask(never)
    await vi.advanceTimersByTimeAsync(slowPatienceMs - 1_000)
    socket.bufferedAmount = 0
    await vi.advanceTimersByTimeAsync(200)
    socket.bufferedAmount = highWaterBytes
  }
  expect(socket.ends).toEqual([])
})

test('several views over one connection wait for the same room', async () => {
  const socket = outlet(highWaterBytes)
  const ask = outflow(socket)
  const rooms = [ask(never), ask(never), ask(never)]
  socket.bufferedAmount = 0
  await vi.advanceTimersByTimeAsync(100)
  expect(await Promise.all(rooms.map(isThere))).toEqual([true, true, true])
})
