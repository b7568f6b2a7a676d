import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import type { JobKind } from './job-kind.ts'
import { openJobQueue } from './job-queue.ts'
import { type Attempt, type JobWorkerOptions, startJobWorker } from './job-worker.ts'
import { type NodeTimer, nodeTimer } from './node-timer.ts'
import type { QueueAddress } from './queue-address.ts'
import { relayTo } from './testing/relay.ts'

/** A place for queues that nobody else uses, and how to reach it through another wire. */
export interface Place extends AsyncDisposable {
  readonly url: string
  addressAt(url: string): QueueAddress
}

/** What holds for the queues wherever they live. */
export function queuesContract(where: string, openPlace: () => Promise<Place>): void {
  const soon = (ms: number): NodeTimer => ({ sessionId: randomUUID(), deadline: Date.now() + ms })
  const gate = () => {
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    return { open, opened }
  }
  const eventually = (claim: () => void | Promise<void>) => vi.waitFor(claim, { timeout: 10_000, interval: 10 })

  /** A queue of its own, through a wire that can be cut, and those who work on it. */
  async function openWorld(differently: Partial<JobKind<NodeTimer>> = {}) {
    const opened: AsyncDisposable[] = []
    const use = <Opened extends AsyncDisposable>(each: Opened): Opened => {
      opened.unshift(each)
      return each
    }
    const place = use(await openPlace())
    const relay = use(await relayTo(place.url))
    const kind: JobKind<NodeTimer> = { ...nodeTimer, ...differently, queue: `test-${randomUUID()}` }
    const address = place.addressAt(relay.url)
    const errors: string[] = []
    const onError = (error: Error) => void errors.push(error.message)
    const fired: (NodeTimer & { at: number })[] = []
    const note = async (timer: NodeTimer) => void fired.push({ ...timer, at: Date.now() })
    const openQueue = () => use(openJobQueue(kind, address, onError))
    const startWorker = (
      handler: (timer: NodeTimer, attempt: Attempt) => Promise<void> = note,
      options?: Partial<JobWorkerOptions>,
    ) => use(startJobWorker(kind, address, handler, { onError, ...options }))
    return {
      relay,
      errors,
      fired,
      note,
      queue: openQueue(),
      openQueue,
      startWorker,
      firedSessions: () => fired.map(({ sessionId }) => sessionId),
      [Symbol.asyncDispose]: async () => {
        for (const each of opened) await each[Symbol.asyncDispose]()
      },
    }
  }

  describe(`timers on ${where}`, () => {
    test('a timer fires at its deadline, not before', async () => {
      await using world = await openWorld()
      await world.startWorker().ready
      const timer = soon(400)
      await world.queue.schedule(timer)
      await eventually(() => expect(world.fired).toHaveLength(1))
      expect(world.fired[0]).toMatchObject(timer)
      const late = (world.fired[0]?.at ?? 0) - timer.deadline
      expect(late).toBeGreaterThanOrEqual(0)
      expect(late).toBeLessThan(3_000)
    })

    test('a timer whose deadline is over fires at once', async () => {
      await using world = await openWorld()
      await world.startWorker().ready
      await world.queue.schedule(soon(-60_000))
      await eventually(() => expect(world.fired).toHaveLength(1))
    })

    test('a timer waits for a worker', async () => {
      await using world = await openWorld()
      await world.queue.schedule(soon(50))
      await sleep(100)
      world.startWorker()
      await eventually(() => expect(world.fired).toHaveLength(1))
    })

    test('the same timer asked for twice, also by two servers, fires once', async () => {
      await using world = await openWorld()
      const [timer, later] = [soon(200), soon(600)]
      await Promise.all([timer, timer, later].map((each) => world.queue.schedule(each)))
      await world.openQueue().schedule(timer)
      world.startWorker()
      world.startWorker()
      await eventually(() => expect(world.firedSessions()).toContain(timer.sessionId))
      await eventually(() => expect(world.firedSessions()).toContain(later.sessionId))
      expect(world.fired).toHaveLength(2)
    })

    test('a timer asked for again after it fired fires again', async () => {
      await using world = await openWorld()
      world.startWorker()
      const timer = soon(0)
      await world.queue.schedule(timer)
      await eventually(() => expect(world.fired).toHaveLength(1))
      // As long as the first is being put away, a wish is the same wish.
      await eventually(async () => {
        await world.queue.schedule(timer)
        expect(world.fired.length).toBeGreaterThan(1)
      })
    })

    test('a cancelled timer does not fire, and cancelling none changes nothing', async () => {
      await using world = await openWorld()
      world.startWorker()
      const [cancelled, never, later] = [soon(2_000), soon(2_000), soon(2_100)]
      void world.queue.schedule(cancelled)
      void world.queue.cancel(cancelled)
      void world.queue.cancel(never)
      await world.queue.schedule(later)
      await eventually(() => expect(world.fired).toHaveLength(1))
      expect(world.firedSessions()).toEqual([later.sessionId])
    })

    test('a timer whose handler fails is tried again', async () => {
      await using world = await openWorld()
      let tries = 0
      world.startWorker(async (timer) => {
        tries += 1
        if (tries < 3) throw new Error('the server is away')
        await world.note(timer)
      })
      await world.queue.schedule(soon(0))
      await eventually(() => expect(world.fired).toHaveLength(1))
      expect(tries).toBe(3)
      expect(world.errors).toContain('the server is away')
    })

    test('a kind says how often a job is tried and how long it pauses, and the last attempt knows that it is', async () => {
      await using world = await openWorld({
        retry: { attempts: 3, firstPauseMs: 200, factor: 3, longestPauseMs: 60_000 },
      })
      const tries: { at: number; isLast: boolean }[] = []
      world.startWorker(async (_timer, { isLast }) => {
        tries.push({ at: Date.now(), isLast })
        throw new Error('refused')
      })
      const timer = soon(0)
      await world.queue.schedule(timer)
      await eventually(() => expect(tries).toHaveLength(3))
      expect(tries.map(({ isLast }) => isLast)).toEqual([false, false, true])
      const [first = 0, second = 0, third = 0] = tries.map(({ at }) => at)
      expect(second - first).toBeGreaterThanOrEqual(100)
      expect(third - second).toBeGreaterThanOrEqual(300)
      await sleep(1_000)
      expect(tries).toHaveLength(3)

      // Given up, it may be asked for again.
      await world.queue.schedule(timer)
      await eventually(() => expect(tries).toHaveLength(6))
    })

    test('a timer in the hands of a worker that dies is taken over by another', async () => {
      await using world = await openWorld()
      const taken = gate()
      const mortal = world.startWorker(
        () => {
          taken.open()
          return new Promise(() => undefined)
        },
        { lockMs: 600 },
      )
      const timer = soon(0)
      await world.queue.schedule(timer)
      await taken.opened
      await mortal.close({ patienceMs: 0 })
      world.startWorker(world.note, { lockMs: 600 })
      await eventually(() => expect(world.firedSessions()).toEqual([timer.sessionId]))
    })

    test('a worker that is closed finishes what it has begun, and begins nothing afterwards', async () => {
      await using world = await openWorld()
      const [begun, mayFinish] = [gate(), gate()]
      const worker = world.startWorker(async (timer) => {
        begun.open()
        await mayFinish.opened
        await world.note(timer)
      })
      const [first, second] = [soon(0), soon(0)]
      await world.queue.schedule(first)
      await begun.opened
      const closed = worker.close()
      await sleep(300)
      expect(world.fired).toEqual([])
      mayFinish.open()
      await closed
      expect(world.firedSessions()).toEqual([first.sessionId])
      await world.queue.schedule(second)
      await sleep(300)
      expect(world.firedSessions()).toEqual([first.sessionId])
      world.startWorker()
      await eventually(() => expect(world.firedSessions()).toEqual([first.sessionId, second.sessionId]))
    })

    test('many processes that start together on an empty database get along', async () => {
      await using world = await openWorld()
      const workers = Array.from({ length: 4 }, () => world.startWorker())
      const timers = Array.from({ length: 6 }, () => soon(100))
      await Promise.all(timers.map((timer) => world.openQueue().schedule(timer)))
      await Promise.all(workers.map(({ ready }) => ready))
      await eventually(() => expect(world.fired).toHaveLength(timers.length))
      expect(new Set(world.firedSessions()).size).toBe(timers.length)
      expect(world.errors).toEqual([])
    })

    test('what is asked for while the database is away is stored when it is back', async () => {
      await using world = await openWorld()
      await world.relay.cut()
      const timer = soon(100)
      const stored = world.queue.schedule(timer)
      world.startWorker()
      await eventually(() => expect(world.errors).not.toEqual([]))
      await world.relay.mend()
      await stored
      await eventually(() => expect(world.firedSessions()).toEqual([timer.sessionId]))
    })

    test('queue and worker survive the loss of their connections', async () => {
      await using world = await openWorld()
      await world.startWorker().ready
      await world.queue.schedule(soon(0))
      await eventually(() => expect(world.fired).toHaveLength(1))
      const meanwhile = soon(1_000)
      await world.queue.schedule(meanwhile)
      await world.relay.cut()
      const afterwards = soon(0)
      void world.queue.schedule(afterwards)
      await sleep(meanwhile.deadline - Date.now() + 100)
      expect(world.fired).toHaveLength(1)
      await world.relay.mend()
      await eventually(() => expect(world.fired).toHaveLength(3))
      expect(world.firedSessions()).toEqual(expect.arrayContaining([meanwhile.sessionId, afterwards.sessionId]))
    })

    test('queue and worker can be closed while the database is away', async () => {
      await using world = await openWorld()
      const worker = world.startWorker()
      const late = world.openQueue()
      await Promise.all([worker.ready, world.queue.schedule(soon(60_000))])
      await world.relay.cut()
      const wish = late.schedule(soon(0))
      const before = Date.now()
      await Promise.all([world.queue.close(), late.close(), worker.close({ patienceMs: 1_000 })])
      await wish
      expect(Date.now() - before).toBeLessThan(6_000)
    })

    test('what is no timer is refused', async () => {
      await using world = await openWorld()
      await expect(world.queue.schedule({ ...soon(0), deadline: 0.5 })).rejects.toThrow('deadline')
      await expect(world.queue.schedule({ ...soon(0), sessionId: 'none' })).rejects.toThrow('sessionId')
    })
  })
}
