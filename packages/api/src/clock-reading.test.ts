import { expect, test } from 'vitest'
import { type ClockReading, moreExact, readClock } from './clock-reading.ts'

/** A server whose clock is an hour ahead, reached over ways that take so many ms there and back, one question after the other. */
function far(ways: readonly (readonly [number, number])[]) {
  let now = 1_000
  const left = [...ways]
  const ask = async () => {
    const way = left.shift()
    if (way === undefined) throw new Error('no network')
    now += way[0]
    const told = now + 3_600_000
    now += way[1]
    return told
  }
  return { ask, now: () => now, left }
}

const errorOf = (reading: ClockReading | null) => Math.abs((reading?.offset ?? 0) - 3_600_000)

test.each([50, 200, 500, 1_000, 1_500])('a way of %d ms, the same there and back, costs no exactness', async (way) => {
  const server = far([
    [way, way],
    [way, way],
  ])
  expect(errorOf(await readClock(server.ask, server.now))).toBe(0)
})

test('ways that differ make a reading wrong by half of the difference', async () => {
  const server = far([
    [300, 100],
    [300, 100],
  ])
  expect(errorOf(await readClock(server.ask, server.now))).toBe(100)
})

test('the reading with the shortest way counts: the first may have waited for a connection', async () => {
  const server = far([
    [900, 10],
    [40, 10],
    [500, 10],
    [200, 10],
  ])
  expect(await readClock(server.ask, server.now)).toMatchObject({ roundTrip: 50 })
  expect(server.left).toEqual([])
})

test('two ways alike are enough, and so is a short one', async () => {
  const slow = far([
    [400, 400],
    [410, 400],
    [1, 1],
  ])
  await readClock(slow.ask, slow.now)
  expect(slow.left).toHaveLength(1)
  const quick = far([
    [400, 400],
    [5, 5],
    [1, 1],
  ])
  expect(await readClock(quick.ask, quick.now)).toMatchObject({ roundTrip: 10 })
  expect(quick.left).toHaveLength(1)
  const near = far([
    [5, 5],
    [1, 1],
  ])
  expect(await readClock(near.ask, near.now)).toMatchObject({ roundTrip: 10 })
  expect(near.left).toHaveLength(1)
})

test('what was read before the network went is better than nothing', async () => {
  const server = far([[400, 400]])
  expect(errorOf(await readClock(server.ask, server.now))).toBe(0)
  expect(await readClock(server.ask, server.now)).toBeNull()
})

test('a worse reading replaces a better one only when clocks may have run apart by then', () => {
  const good: ClockReading = { offset: 5, roundTrip: 20, at: 0 }
  const worse = { offset: 90, roundTrip: 200 }
  expect(moreExact(good, { ...worse, at: 300_000 })).toBe(good)
  expect(moreExact(good, { ...worse, at: 1_000_000 })).toMatchObject(worse)
  expect(moreExact(null, good)).toBe(good)
})
