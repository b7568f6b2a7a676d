import { describe, expect, test } from 'vitest'
import { readArgs } from './args.ts'
import { measureArrivals } from './benchmarks/arrivals.ts'
import { engineCosts } from './benchmarks/engine.ts'
import { measureFanout } from './benchmarks/fanout.ts'
import { measureStorm } from './benchmarks/storm.ts'
import { measureVotes } from './benchmarks/votes.ts'
import { web } from './benchmarks/web.ts'

const short = (name: string, ...more: string[]) => readArgs([name, '--short', ...more])

// Tens of clients and a few rounds: whether each benchmark still works against each server. How fast is no test.
describe('the benchmarks, in short', () => {
  test('an update reaches everybody of every contender', async () => {
    const found = await measureFanout(short('fanout'))
    expect(found).toHaveLength(6)
    for (const one of found) expect(one, one.name).toMatchObject({ size: 30, perCore: expect.any(Number) })
    for (const { perCore, lastMs, updateBytes } of found)
      expect(Math.min(perCore, lastMs, updateBytes)).toBeGreaterThan(0)
  })

  test('every vote that was acknowledged is counted, by every contender', async () => {
    const { atOnce, atRate, books } = await measureVotes(short('votes'))
    expect(books).toHaveLength(7)
    for (const { name, acknowledged, counted } of books) {
      expect(acknowledged, name).toBeGreaterThan(0)
      expect(counted, name).toBe(acknowledged)
    }
    for (const { name, perSecond, perCore } of atOnce) expect(Math.min(perSecond, perCore), name).toBeGreaterThan(0)
    expect(atRate).toHaveLength(7)
  })

  test('everybody who drops is back, with us by deltas', async () => {
    const found = await measureStorm(short('storm', '--only', 'ours,socket.io'))
    expect(found).toHaveLength(2)
    for (const { name, allMs, updates } of found) {
      expect(allMs, name).toBeGreaterThan(0)
      expect(updates, name).toBeGreaterThanOrEqual(30)
    }
    expect(found.find(({ name }) => name === 'ours')?.snapshots).toBe(0)
  })

  test('a hall comes in while those who are there vote', async () => {
    const [found] = await measureArrivals(short('arrivals'))
    expect([found?.took.length, found?.busy.length]).toEqual([30, 20])
    expect(Math.min(...(found?.took ?? [0]))).toBeGreaterThan(0)
  })

  test('the engine is timed at each kind of step', async () => {
    const [costs, log] = await engineCosts(short('engine'))
    expect(costs?.rows).toHaveLength(8)
    expect(log?.rows).toHaveLength(2)
  })
  test('a slow phone gets in, and it and the screen are watched while notes arrive', async () => {
    const [weights, load, notes] = await web(short('web'))
    expect(weights?.rows.map(([page]) => page)).toContain('join page')
    for (const [what, found] of load?.rows ?? []) expect(found, String(what)).toBeGreaterThanOrEqual(0)
    expect(notes?.rows).toHaveLength(4)
    for (const [page, perSecond] of notes?.rows ?? []) expect(perSecond, String(page)).toBeGreaterThan(1)
  })
})
