import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sharedReads } from './shared-reads.ts'

/** Reads that end when the test says so, in order of their beginning. */
function stage(everyMs = 0) {
  const begun: { key: string; end: (value: string) => void; fail: (error: unknown) => void }[] = []
  const read = sharedReads<string>(
    (key) => new Promise((resolve, reject) => void begun.push({ key, end: resolve, fail: reject })),
    everyMs,
  )
  return { begun, read }
}
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

test('whoever comes while a read is under way is told what was read after they came, all by one read', async () => {
  const { begun, read } = stage()
  const [first, ...others] = [read('a'), read('a'), read('a'), read('a')]
  expect(begun).toHaveLength(1)
  begun[0]?.end('before')
  expect(await first).toBe('before')
  await turn()
  expect(begun).toHaveLength(2)
  begun[1]?.end('after')
  expect(await Promise.all(others)).toEqual(['after', 'after', 'after'])
  await turn()
  void read('a')
  expect(begun).toHaveLength(3)
})

test('while the shared one is under way, the next ones wait for one more', async () => {
  const { begun, read } = stage()
  const [first, second] = [read('a'), read('a')]
  begun[0]?.end('1')
  await first
  await turn()
  const third = read('a')
  begun[1]?.end('2')
  expect(await second).toBe('2')
  await turn()
  begun[2]?.end('3')
  expect(await third).toBe('3')
  expect(begun).toHaveLength(3)
})

test('keys do not wait for each other', () => {
  const { begun, read } = stage()
  void read('a')
  void read('b')
  expect(begun.map(({ key }) => key)).toEqual(['a', 'b'])
})

test('a read that fails is told to those who wait for it, and the next one begins all the same', async () => {
  const { begun, read } = stage()
  const [first, second] = [read('a'), read('a')]
  begun[0]?.fail(new Error('away'))
  await expect(first).rejects.toThrow('away')
  await turn()
  begun[1]?.end('there again')
  expect(await second).toBe('there again')
  await turn()
  void read('a')
  expect(begun).toHaveLength(3)
})

test('a read that was lately is not done again at once: whoever comes in between waits for one that all of them share', async () => {
  const { begun, read } = stage(30)
  const first = read('a')
  begun[0]?.end('1')
  await first
  const others = [read('a'), read('a')]
  await turn()
  expect(begun).toHaveLength(1)
  await expect.poll(() => begun.length).toBe(2)
  begun[1]?.end('2')
  expect(await Promise.all(others)).toEqual(['2', '2'])
  await setTimeout(40)
  void read('a')
  expect(begun).toHaveLength(3)
})
