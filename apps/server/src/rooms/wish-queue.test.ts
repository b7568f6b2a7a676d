import { expect, test } from 'vitest'
import type { QueuedWish } from './wish.ts'
import { WishQueue } from './wish-queue.ts'

/** A log that writes when it is told to. */
function slowLog() {
  const batches: (readonly QueuedWish[])[] = []
  const rests: { resolve: () => void; reject: (error: Error) => void }[] = []
  let reads = 0
  let duplicates = 0
  return {
    batches,
    get reads() {
      return reads
    },
    get duplicates() {
      return duplicates
    },
    countDuplicate: () => void duplicates++,
    catchUp: async () => {
      reads++
      return false
    },
    write: async (wishes: readonly QueuedWish[]) => {
      batches.push(wishes)
      await new Promise<void>((resolve, reject) => rests.push({ resolve, reject }))
      for (const [index, wish] of wishes.entries()) wish.answer({ ok: true, version: index + 1 })
    },
    committed: () => rests.shift()?.resolve(),
    broken: () => rests.shift()?.reject(new Error('connection lost')),
  }
}

const wish = (commandId: string) =>
  ({ commandId, actor: { kind: 'user', id: 'ann' }, command: { type: 'leave' } }) as const

const queueOf = (log: ReturnType<typeof slowLog>, errors: unknown[] = []) =>
  new WishQueue({ log, now: () => 1_000, failed: (error) => void errors.push(error) })

test('one append is in flight, and what comes meanwhile is the next batch', async () => {
  const log = slowLog()
  const queue = queueOf(log)
  const answers = ['one', 'two', 'three'].map((id) => queue.submit(wish(id)))
  expect(log.batches.map((batch) => batch.length)).toEqual([1])
  log.committed()
  await answers[0]
  await expect.poll(() => log.batches.map((batch) => batch.length)).toEqual([1, 2])
  log.committed()
  expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true)
  await queue.settled()
  expect(queue.isWorking).toBe(false)
})

test('the same wish again, while the first is on its way, waits with it and is counted', async () => {
  const log = slowLog()
  const queue = queueOf(log)
  const [first, again] = [queue.submit(wish('one')), queue.submit(wish('one'))]
  expect(again).toBe(first)
  expect(log.duplicates).toBe(1)
  log.committed()
  await first
  await queue.settled()
  expect(log.batches).toHaveLength(1)
})

test('after an append that nobody knows about, the log is read before it is written again', async () => {
  const log = slowLog()
  const errors: unknown[] = []
  const queue = queueOf(log, errors)
  const lost = queue.submit(wish('one'))
  log.broken()
  expect(await lost).toMatchObject({ rejection: { code: 'unavailable' } })
  expect(errors).toHaveLength(1)
  await queue.settled()
  expect(log.reads).toBe(0)
  const again = queue.submit(wish('one'))
  await expect.poll(() => log.batches.length).toBe(2)
  expect(log.reads).toBe(1)
  log.committed()
  expect(await again).toMatchObject({ ok: true })
})

test('whoever asks while the last reader is just leaving is not told of the log as it was before', async () => {
  for (let ticks = 0; ticks < 12; ticks++) {
    const log = slowLog()
    const queue = queueOf(log)
    const first = queue.catchUp()
    for (let tick = 0; tick < ticks; tick++) await null
    const before = log.reads
    await queue.catchUp()
    expect(log.reads, `after ${ticks} ticks`).toBeGreaterThan(before)
    await first
  }
})

test('who comes when twenty thousand wait is asked to come again', async () => {
  const log = slowLog()
  const queue = queueOf(log)
  for (let nth = 0; nth <= 20_000; nth++) void queue.submit(wish(`${nth}`))
  expect(await queue.submit(wish('late'))).toMatchObject({ rejection: { code: 'slow_down' } })
})
