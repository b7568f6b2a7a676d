import { describe, expect, it } from 'vitest'
import { fallingBack } from './falling-back.ts'
import { memoryOutbox } from './memory-outbox.ts'
import type { Outbox, Wish } from './outbox.ts'
import { outboxContract } from './testing/outbox-contract.ts'

const never = () => new Promise<never>(() => {})
const broken = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))

/** An outbox every method of which does the same. */
const always = (fate: () => Promise<never>): Outbox => ({
  add: fate,
  settle: fate,
  list: fate,
  sessions: fate,
  owed: fate,
  reported: fate,
  clear: fate,
})

// The same promises are asked of IndexedDB in a real browser, in e2e.
describe.each([
  ['in memory', memoryOutbox],
  ['in a browser that keeps nothing', () => fallingBack(always(broken), memoryOutbox(), 1_000)],
  ['in a browser whose storage never answers', () => fallingBack(always(never), memoryOutbox(), 20)],
])('an outbox %s', (_, make) => {
  it.each(outboxContract)('$says', async ({ play, comesTo }) => {
    expect(await play(make())).toEqual(comesTo)
  })
})

describe('an outbox whose storage fills up', () => {
  const wish = (commandId: string): Wish => ({ commandId, sessionId: 's', command: { type: 'leave' } })

  it('leaves what was kept before for the next page, and keeps the rest in memory', async () => {
    const disk = memoryOutbox()
    let isFull = false
    const filling: Outbox = { ...disk, add: (one) => (isFull ? broken() : disk.add(one)) }
    const outbox = fallingBack(filling, memoryOutbox(), 1_000)
    await outbox.add(wish('kept'))
    isFull = true
    await outbox.add(wish('in memory'))
    expect((await outbox.list('s')).map(({ commandId }) => commandId)).toEqual(['in memory'])
    expect((await disk.list('s')).map(({ commandId }) => commandId)).toEqual(['kept'])
  })
})
