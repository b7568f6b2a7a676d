import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { fileDerive } from './file-derive.ts'
import { fileExpiry } from './file-expiry.ts'
import { fileScan } from './file-scan.ts'
import { housekeeping } from './housekeeping.ts'
import type { JobKind } from './job-kind.ts'
import { openJobQueue } from './job-queue.ts'
import { type Attempt, GivenUp, type JobWorkerOptions, startJobWorker } from './job-worker.ts'
import { mail } from './mail.ts'
import { nodeTimer } from './node-timer.ts'
import { openQueue } from './open-queue.ts'
import { operatorsOf } from './operators.ts'
import type { Place } from './queues.contract.ts'

type AnyKind = JobKind<Record<string, string | number>>

/** A kind and something to do of it. */
const sample = <Payload extends Record<string, string | number>>(kind: JobKind<Payload>, payload: () => Payload) => ({
  name: kind.queue,
  kind: kind as unknown as AnyKind,
  payload,
})

const samples = [
  sample(nodeTimer, () => ({ sessionId: randomUUID(), deadline: Date.now() })),
  sample(mail, () => ({ mailId: randomUUID() })),
  sample(fileScan, () => ({ fileId: randomUUID() })),
  sample(fileDerive, () => ({ fileId: randomUUID() })),
  sample(fileExpiry, () => ({})),
  sample(housekeeping, () => ({ task: 'old-mails' as const })),
]

const once = { attempts: 1, firstPauseMs: 10, factor: 1, longestPauseMs: 10 }
const eventually = (claim: () => void | Promise<void>) => vi.waitFor(claim, { timeout: 10_000, interval: 10 })

/** What holds for jobs of every kind wherever they live. */
export function kindsContract(where: string, openPlace: () => Promise<Place>): void {
  let place: Place
  beforeAll(async () => {
    place = await openPlace()
  })
  afterAll(() => place[Symbol.asyncDispose]())

  /** A queue of this kind that nobody else has. */
  function openWorld(kind: AnyKind) {
    const opened: AsyncDisposable[] = []
    const use = <Opened extends AsyncDisposable>(each: Opened): Opened => {
      opened.unshift(each)
      return each
    }
    const own = { ...kind, queue: `${kind.queue}-${randomUUID()}` }
    const address = place.addressAt(place.url)
    const errors: string[] = []
    const onError = (error: Error) => void errors.push(error.message)
    const done: unknown[] = []
    const note = async (payload: unknown) => void done.push(payload)
    const newQueue = () => use(openJobQueue(own, address, onError))
    const queue = newQueue()
    return {
      own,
      address,
      errors,
      done,
      note,
      queue,
      newQueue,
      operators: operatorsOf([{ kind: own, opened: queue.opened }]),
      startWorker: (
        handler: (payload: unknown, attempt: Attempt) => Promise<void> = note,
        options?: Partial<JobWorkerOptions>,
      ) => use(startJobWorker(own, address, handler, { onError, ...options })),
      [Symbol.asyncDispose]: async () => {
        for (const each of opened) await each[Symbol.asyncDispose]()
      },
    }
  }

  describe.each(samples)(`$name on ${where}`, ({ kind, payload }) => {
    test('is done once, though it is asked for twice, and again after a failed attempt', async () => {
      await using world = openWorld({ ...kind, retry: { ...once, attempts: 2 } })
      const job = payload()
      await Promise.all([world.queue.schedule(job), world.newQueue().schedule(job), world.queue.schedule(job)])
      let tries = 0
      world.startWorker(async (given) => {
        tries += 1
        if (tries === 1) throw new Error('not yet')
        await world.note(given)
      })
      await eventually(() => expect(world.done).toEqual([job]))
      await sleep(200)
      expect({ tries, done: world.done }).toEqual({ tries: 2, done: [job] })
      expect(await world.operators.deadLetters()).toEqual([])
    })

    test('goes over to another worker when the one that has it dies', async () => {
      await using world = openWorld(kind)
      let taken = 0
      const mortal = world.startWorker(
        () => {
          taken += 1
          return new Promise(() => undefined)
        },
        { lockMs: 500 },
      )
      const job = payload()
      await world.queue.schedule(job)
      await eventually(() => expect(taken).toBe(1))
      await mortal.close({ patienceMs: 0 })
      world.startWorker(world.note, { lockMs: 500 })
      await eventually(() => expect(world.done).toEqual([job]))
      expect(taken).toBe(1)
    })

    test('is finished by a worker that is closed meanwhile', async () => {
      await using world = openWorld(kind)
      let begun = false
      const worker = world.startWorker(async (given) => {
        begun = true
        await sleep(300)
        await world.note(given)
      })
      const job = payload()
      await world.queue.schedule(job)
      await eventually(() => expect(begun).toBe(true))
      await worker.close()
      expect(world.done).toEqual([job])
    })

    test('given up is seen by operators, and done after all when they or somebody else wants it', async () => {
      await using world = openWorld({ ...kind, retry: once })
      const job = payload()
      let isBroken = true
      world.startWorker(async (given) => {
        if (isBroken) throw new Error('the disk is on fire')
        await world.note(given)
      })
      await world.queue.schedule(job)
      const letter = { queue: world.own.queue, id: kind.id(job), payload: job, attempts: 1 }
      await eventually(async () =>
        expect(await world.operators.deadLetters()).toEqual([
          { ...letter, reason: 'the disk is on fire', failedAt: expect.any(Number) },
        ]),
      )
      expect(await world.operators.queues()).toEqual([
        { queue: world.own.queue, waiting: 0, delayed: 0, active: 0, failed: 1 },
      ])
      expect(await world.operators.retry(world.own.queue, 'none')).toBe(false)
      expect(await world.operators.retry('none', letter.id)).toBe(false)

      // Again in vain, by an operator and by a new wish.
      const [first] = await world.operators.deadLetters()
      const again = async (ask: () => Promise<unknown>) => {
        await ask()
        await eventually(async () => {
          const [now] = await world.operators.deadLetters()
          expect(now?.failedAt).toBeGreaterThan(first?.failedAt ?? 0)
        })
      }
      await again(() => world.operators.retry(world.own.queue, letter.id))
      await again(() => world.queue.schedule(job))

      isBroken = false
      await Promise.all([world.queue.schedule(job), world.operators.retry(world.own.queue, letter.id)])
      await eventually(() => expect(world.done).toEqual([job]))
      await eventually(async () => expect(await world.operators.deadLetters()).toEqual([]))
      expect(await world.operators.retry(world.own.queue, letter.id)).toBe(false)
    })

    test('thrown away by an operator is gone, and may be asked for again', async () => {
      await using world = openWorld(kind)
      const job = payload()
      const worker = world.startWorker(async () => {
        throw new GivenUp('never')
      })
      await world.queue.schedule(job)
      await eventually(async () => expect(await world.operators.deadLetters()).toHaveLength(1))
      await worker.close()
      expect(await world.operators.discard(world.own.queue, kind.id(job))).toBe(true)
      expect(await world.operators.discard(world.own.queue, kind.id(job))).toBe(false)
      expect(await world.operators.deadLetters()).toEqual([])
      await world.queue.schedule(job)
      // What only waits is no dead letter.
      expect(await world.operators.discard(world.own.queue, kind.id(job))).toBe(false)
      world.startWorker()
      await eventually(() => expect(world.done).toEqual([job]))
    })

    test('that is none of ours is a dead letter at once, without its content', async () => {
      await using world = openWorld(kind)
      const foreign = openQueue(world.own.queue, world.address)
      await foreign.add('foreign', { email: 'ann@example.org' }, { jobId: 'foreign', attempts: 5 })
      await foreign.close()
      world.startWorker()
      await eventually(async () =>
        expect(await world.operators.deadLetters()).toMatchObject([{ id: 'foreign', payload: null, attempts: 1 }]),
      )
      expect(world.done).toEqual([])
    })

    test('is refused when it is no such job', async () => {
      await using world = openWorld(kind)
      await expect(world.queue.schedule({ ...payload(), email: 'ann@example.org' })).rejects.toThrow()
    })
  })

  describe(`rows of jobs on ${where}`, () => {
    const row = { ...(fileExpiry as unknown as AnyKind) }

    test('a job that is asked for every so often comes at once and then again and again', async () => {
      await using world = openWorld(row)
      const at: number[] = []
      world.startWorker(async () => void at.push(Date.now()))
      await world.queue.every(400, {})
      await eventually(() => expect(at.length).toBeGreaterThanOrEqual(4))
      const pauses = at.slice(1).map((time, n) => time - (at[n] ?? 0))
      for (const pause of pauses.slice(1)) expect(pause).toBeGreaterThan(150)
      await eventually(() => expect(pauses.length).toBeGreaterThanOrEqual(3))
    })

    test('asked for by several servers at once, and at every start, it is one row', async () => {
      await using world = openWorld(row)
      const servers = [world.queue, world.newQueue(), world.newQueue()]
      await Promise.all(servers.map((server) => server.every(600_000, {})))
      world.startWorker()
      // Servers that come in the same moment may each want the first run; there is no other for ten minutes.
      await eventually(() => expect(world.done.length).toBeGreaterThanOrEqual(1))
      for (const server of servers) await server.every(600_000, {})
      await sleep(500)
      expect(world.done.length).toBeLessThanOrEqual(servers.length)
      expect(await world.operators.queues()).toMatchObject([{ waiting: 0, delayed: 1, failed: 0 }])
    })

    test('it goes on without those who asked for it, and what was due meanwhile comes once', async () => {
      await using world = openWorld(row)
      await world.queue.every(300, {})
      await world.queue.close()
      await sleep(1_000)
      const at: number[] = []
      world.startWorker(async () => void at.push(Date.now()))
      await eventually(() => expect(at.length).toBeGreaterThanOrEqual(3))
      expect((at[2] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(200)
    })

    test('a run that was given up is a dead letter, and the row goes on', async () => {
      await using world = openWorld({ ...row, retry: once })
      let runs = 0
      world.startWorker(async () => {
        runs += 1
        if (runs === 1) throw new Error('not today')
      })
      await world.queue.every(300, {})
      await eventually(() => expect(runs).toBeGreaterThanOrEqual(3))
      const [letter] = await world.operators.deadLetters()
      expect(letter).toMatchObject({ reason: 'not today', payload: {} })
      expect(await world.operators.retry(world.own.queue, letter?.id ?? '')).toBe(true)
      await eventually(async () => expect(await world.operators.deadLetters()).toEqual([]))
    })

    test('a worker that dies in a run does not end the row', async () => {
      await using world = openWorld(row)
      let taken = 0
      const mortal = world.startWorker(
        () => {
          taken += 1
          return new Promise(() => undefined)
        },
        { lockMs: 500 },
      )
      await world.queue.every(500, {})
      await eventually(() => expect(taken).toBeGreaterThanOrEqual(1))
      await mortal.close({ patienceMs: 0 })
      world.startWorker(world.note, { lockMs: 500 })
      await eventually(() => expect(world.done.length).toBeGreaterThanOrEqual(3))
    })

    test('with another pause the row begins anew', async () => {
      await using world = openWorld(row)
      await world.queue.every(600_000, {})
      world.startWorker()
      await eventually(() => expect(world.done).toHaveLength(1))
      await world.queue.every(200, {})
      await eventually(() => expect(world.done.length).toBeGreaterThanOrEqual(3))
    })
  })
}
