import { setTimeout as sleep } from 'node:timers/promises'
import { mailStore, openDatabase } from '@humuus/db'
import { testDatabase } from '@humuus/db/testing'
import { relayTo } from '@humuus/jobs/testing'
import { expect, test, vi } from 'vitest'
import { sweepMails } from './sweep.ts'

const now = () => 1_795_000_000_000

/** A mail that has waited for a minute, one that has not, and a wire to their database that can be cut. */
async function openWorld() {
  const database = await testDatabase()
  const wire = await relayTo(database.url)
  const db = openDatabase(wire.url, { max: 2 })
  const store = mailStore(db)
  const waitingSince = (at: number) =>
    store.add({ recipient: 'ann@example.org', subject: 's', text: 't', html: 'h', kept: false, now: at })
  const old = await waitingSince(now() - 60_000)
  await waitingSince(now() - 59_000)
  const asked: string[] = []
  const errors: unknown[] = []
  return {
    ...{ wire, store, old, asked, errors, now },
    onError: (error: unknown) => void errors.push(error),
    [Symbol.asyncDispose]: async () => {
      await db.close()
      await wire[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

test('mails that have waited for a minute are asked for again, at once and then again and again', async () => {
  await using world = await openWorld()
  const stop = sweepMails({ ...world, queue: async (id) => void world.asked.push(id), everyMs: 20 })
  await vi.waitFor(() => expect(world.asked.length).toBeGreaterThan(2))
  stop()
  expect(new Set(world.asked)).toEqual(new Set([world.old]))
})

test('as long as the queue is away there is one sweep, not one a minute', async () => {
  await using world = await openWorld()
  const queueIsAway = (id: string) => {
    world.asked.push(id)
    return new Promise<void>(() => {})
  }
  const stop = sweepMails({ ...world, queue: queueIsAway, everyMs: 5 })
  await vi.waitFor(() => expect(world.asked).toHaveLength(1))
  await sleep(100)
  stop()
  expect(world.asked).toEqual([world.old])
})

test('a database that is away is told, and a later sweep finds what waits', async () => {
  await using world = await openWorld()
  await world.wire.cut()
  const stop = sweepMails({ ...world, queue: async (id) => void world.asked.push(id), everyMs: 20 })
  await vi.waitFor(() => expect(world.errors).not.toEqual([]), { timeout: 15_000 })
  expect(world.asked).toEqual([])
  await world.wire.mend()
  await vi.waitFor(() => expect(world.asked).toContain(world.old), { timeout: 15_000 })
  stop()
})
