import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gathered, gatheredLists, gatheredReads } from './gathered.ts'

test('one goes at once, those that come meanwhile go together, no more than so many', async () => {
  const writes: number[][] = []
  const write = gathered(
    async (items: readonly number[]) => {
      writes.push([...items])
      await setTimeout(5)
    },
    { most: 3, everyMs: 0 },
  )
  await Promise.all([1, 2, 3, 4, 5, 6].map(write))
  expect(writes).toEqual([[1], [2, 3, 4], [5, 6]])
  await write(7)
  expect(writes.at(-1)).toEqual([7])
})

test('of those that go together each learns of its own failure', async () => {
  const write = gathered(async (items: readonly number[]) => {
    await setTimeout(1)
    if (items.includes(3)) throw new Error('three')
  })
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(write))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
})

test('what many ask for at once is read together, and each is told of their own', async () => {
  const reads: (readonly string[])[] = []
  const find = gatheredReads(async (keys) => {
    reads.push(keys)
    await setTimeout(1)
    return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key.toUpperCase()]))
  })
  expect(await Promise.all(['ann', 'ben', 'nobody', 'ben'].map(find))).toEqual(['ANN', 'BEN', null, 'BEN'])
  expect(reads).toEqual([['ann'], ['ben', 'nobody', 'ben']])
})

test('each is given the list of their own, in order, and an empty one where there is nothing', async () => {
  const list = gatheredLists(async (keys) =>
    [1, 2].flatMap((nth) => keys.filter((key) => key !== 'nobody').map((key) => [key, `${key} ${nth}`] as const)),
  )
  expect(await Promise.all(['ann', 'ben', 'nobody'].map(list))).toEqual([['ann 1', 'ann 2'], ['ben 1', 'ben 2'], []])
})

test('after one there is a rest: who comes alone does not wait, who comes in it goes with all the others', async () => {
  const writes: number[][] = []
  const write = gathered(async (items: readonly number[]) => void writes.push([...items]), { everyMs: 40 })
  const begun = performance.now()
  await write(1)
  expect(performance.now() - begun).toBeLessThan(30)
  const second = write(2)
  await setTimeout(10)
  await Promise.all([second, write(3)])
  expect(performance.now() - begun).toBeGreaterThanOrEqual(39)
  expect(writes).toEqual([[1], [2, 3]])
})
