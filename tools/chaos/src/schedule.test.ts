import { expect, test } from 'vitest'
import { say, touches } from './mishap.ts'
import { type Scene, schedule } from './schedule.ts'

function take(count: number, seed: number, hasRedis = true): Scene[] {
  const scenes = schedule(seed, hasRedis)
  return Array.from({ length: count }, () => scenes.next().value)
}

const told = (scenes: readonly Scene[]) => scenes.flatMap(({ mishaps }) => mishaps.map(say))

test('the same seed brings the same mishaps at the same distances, another seed others', () => {
  expect(take(50, 7)).toEqual(take(50, 7))
  expect(take(50, 7)).not.toEqual(take(50, 8))
})

test('every kind of kill comes first, and every kind of mishap before any comes again', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const all = told(take(30, seed))
    expect(all.slice(0, 6).sort()).toEqual(
      ['server 1', 'server 2', 'both servers', 'worker', 'database', 'redis'].map((part) => `kill -9 ${part}`).sort(),
    )
    const kinds = take(30, seed)
      .flatMap(({ mishaps }) => mishaps.map(({ kind }) => kind))
      .slice(0, 12)
    expect(new Set(kinds)).toEqual(new Set(['kill', 'restart', 'freeze', 'cut', 'block']))
  }
})

test('where there is no Redis, none is killed', () => {
  expect(told(take(100, 3, false)).filter((one) => one.includes('redis'))).toEqual([])
})

test('there is time to recover, and what happens together does not meet', () => {
  const scenes = [1, 2, 3].flatMap((seed) => take(200, seed))
  for (const { pauseMs } of scenes) {
    expect(pauseMs).toBeGreaterThanOrEqual(1_500)
    expect(pauseMs).toBeLessThanOrEqual(5_000)
  }
  const pairs = scenes.filter(({ mishaps }) => mishaps.length === 2)
  expect(pairs.length).toBeGreaterThan(20)
  for (const { mishaps } of pairs) {
    const parts = mishaps.flatMap((mishap) => [...touches(mishap)])
    expect(new Set(parts).size).toBe(parts.length)
  }
})
