import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gathered, gatheredReads } from './gathered.ts'

test('one goes at once, those that come meanwhile go together, no more than so many', async () => {
  const writes: number[][] = []
  const write = gathered(async (items: readonly number[]) => {
    writes.push([...items])
    await setTimeout(5)
  }, 3)
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
