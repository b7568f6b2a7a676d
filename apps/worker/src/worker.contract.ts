import { randomUUID } from 'node:crypto'
import { type NodeTimer, openQueues, type QueueAddress } from '@humuus/jobs'
import { describe, expect, test, vi } from 'vitest'
import type { Env } from './env.ts'
import { logLines } from './testing/log-lines.ts'
import { tickServer } from './testing/tick-server.ts'
import { startWorker } from './worker.ts'

const secret = 'a secret of more than thirty-two characters'

/** What the whole worker does, wherever the queues live. */
export function workerContract(where: string, openPlace: () => Promise<QueueAddress & AsyncDisposable>): void {
  const soon = (ms: number): NodeTimer => ({ sessionId: randomUUID(), deadline: Date.now() + ms })
  const eventually = (claim: () => void) => vi.waitFor(claim, { timeout: 10_000, interval: 10 })

  async function openWorld({ reportEveryMs = 60_000 } = {}) {
    const place = await openPlace()
    const server = await tickServer(secret)
    const journal = logLines()
    const env: Env = {
      DATABASE_URL: place.databaseUrl,
      REDIS_URL: place.redisUrl,
      SERVER_URL: server.url,
      INTERNAL_SECRET: secret,
      LOG_LEVEL: 'debug',
    }
    const queues = openQueues(place, { onError: (error) => journal.log.error(error) })
    const worker = startWorker(env, { log: journal.log, reportEveryMs })
    await worker.ready
    return {
      ...{ server, journal, worker, queues },
      [Symbol.asyncDispose]: async () => {
        for (const each of [worker, queues, server, place]) await each[Symbol.asyncDispose]()
      },
    }
  }

  describe(`the worker with its queues on ${where}`, () => {
    test('tells the server when the time of a step is up, and reports how late', async () => {
      await using world = await openWorld()
      const timer = soon(300)
      await world.queues.timers.schedule(timer)
      await eventually(() => expect(world.worker.lateness.summary()).not.toBeNull())
      expect(world.server.ticks).toEqual([timer.sessionId])
      expect(world.worker.lateness.summary()).toMatchObject({ count: 1 })
      expect(world.worker.lateness.summary()?.max).toBeGreaterThanOrEqual(0)
      await world.worker.stop()
      expect(world.journal.lines.at(-1)).toMatchObject({ level: 30, msg: 'timers', lateMs: { count: 1 } })
    })

    test('reports now and then, and only when there was something', async () => {
      await using world = await openWorld({ reportEveryMs: 100 })
      await world.queues.timers.schedule(soon(250))
      await eventually(() => expect(world.journal.lines).toContainEqual(expect.objectContaining({ msg: 'timers' })))
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(world.journal.lines.filter(({ msg }) => msg === 'timers')).toHaveLength(1)
    })

    test('tells a server that was away as soon as it is back', async () => {
      await using world = await openWorld()
      await world.server[Symbol.asyncDispose]()
      const timer = soon(0)
      await world.queues.timers.schedule(timer)
      await eventually(() => expect(world.journal.text()).toContain('does not answer'))
      await using back = await tickServer(secret, Number(new URL(world.server.url).port))
      await eventually(() => expect(back.ticks).toEqual([timer.sessionId]))
      expect(world.journal.text()).not.toContain(secret)
    })
  })
}
