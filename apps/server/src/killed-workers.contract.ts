import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { deviceStore, mailStore, sessionStore } from '@humuus/db'
import { openQueues } from '@humuus/jobs'
import { smtpServer } from '@humuus/jobs/testing/smtp'
import { engine } from '@humuus/workshop-engine'
import { seededRandom } from '@humuus/workshop-engine/testing'
import { expect, test, vi } from 'vitest'
import type { Env } from './env.ts'
import { mortalWorker } from './testing/worker-process.ts'
import { openWorld } from './testing/world.ts'

const lives = 5
const longAgo = () => Date.now() - 400 * 86_400_000

/** A step whose time is up after so many seconds. */
const timed = (answerSeconds: number) => ({
  format: 'humuus/1',
  title: 'Timed',
  nodes: [
    {
      id: 'sum',
      type: 'quiz',
      closeWhenAllDone: false,
      data: { text: '1 + 1', answerSeconds, options: [{ text: '2', correct: true }, { text: '3' }] },
    },
    { id: 'end', type: 'end', data: {} },
  ],
})

/** Workers that are killed while they do jobs of every kind; `place`: where the queues live. */
export function killedWorkersContract(where: string, place: () => Pick<Partial<Env>, 'REDIS_URL'>): void {
  test(`on ${where}, workers killed at any moment lose no job, and what has an effect has it once`, {
    timeout: 90_000,
  }, async ({ annotate }) => {
    const seed = Math.floor(Math.random() * 1_000_000)
    const chance = seededRandom(`kills ${seed}`)
    await using smtp = await smtpServer({ thinksMs: 40 })
    await using world = await openWorld({ ...place(), SMTP_URL: smtp.url, HOUSEKEEPING_HOURS: 0.000_2 })
    const { db, url: databaseUrl } = world.database
    await using queues = openQueues({ databaseUrl, redisUrl: place().REDIS_URL }, { onError: () => undefined })
    const [mails, sessions, devices] = [mailStore(db), sessionStore(db), deviceStore(db)]
    const env = {
      ...{ DATABASE_URL: databaseUrl, SERVER_URL: world.server.url, SMTP_URL: smtp.url },
      ...(place().REDIS_URL && { REDIS_URL: place().REDIS_URL ?? '' }),
    }

    const made = { mails: [] as string[], lobbies: [] as string[], people: [] as string[], clocks: [] as string[] }
    const work = async () => {
      for (let n = 0; n < 8; n++) {
        const words = { recipient: `${made.mails.length}@example.org`, subject: 'S', text: 'T', html: 'T' }
        const mailId = await mails.add({ ...words, kept: false, now: Date.now() })
        made.mails.push(mailId)
        await queues.mails.schedule({ mailId })
      }
      for (let n = 0; n < 3; n++) {
        const plan = engine.plan.parse(timed(5))
        const session = { workshopId: randomUUID(), facilitatorId: randomUUID(), plan, settings: {}, now: longAgo() }
        made.lobbies.push((await sessions.create(session)).id)
        const device = { deviceId: randomUUID(), secretHash: new Uint8Array(randomBytes(32)), now: longAgo() }
        made.people.push((await devices.signIn(device))?.userId ?? '')
      }
      const { sessionId, command } = await world.hosted(timed(5))
      await command({ type: 'start' })
      made.clocks.push(sessionId)
      const expire = BigInt(1)
      await db.prisma.rateLimit.createMany({ data: Array.from({ length: 700 }, () => ({ key: randomUUID(), expire })) })
    }

    const workers = await Promise.all(Array.from({ length: lives + 1 }, () => mortalWorker(env)))
    await using _all = {
      [Symbol.asyncDispose]: async () => void (await Promise.all(workers.map((each) => each.die()))),
    }
    for (const [life, worker] of workers.slice(0, lives).entries()) {
      const isWorking = work()
      worker.begin()
      const before = smtp.mails.length
      // At a moment of chance, or as soon as the mail server has a mail of which the worker does not know that it has.
      if (life % 2 === 0) await sleep(100 + chance.below(900))
      else await vi.waitFor(() => expect(smtp.mails.length).toBeGreaterThan(before), { timeout: 8_000, interval: 1 })
      await worker.die()
      await isWorking
    }
    workers.at(-1)?.begin()

    const all = await vi.waitFor(
      async () => {
        const left = {
          mails: await db.prisma.mail.count({ where: { status: { not: 'sent' } } }),
          lobbies: await db.prisma.workshopSession.count({
            where: { id: { in: made.lobbies }, status: { not: 'ended' } },
          }),
          people: await db.prisma.user.count({ where: { id: { in: made.people }, removedAt: null } }),
          limits: await db.prisma.rateLimit.count({ where: { expire: 1 } }),
          jobs: (await queues.operators.queues()).reduce(
            (sum, { waiting, active, failed }) => sum + waiting + active + failed,
            0,
          ),
        }
        // A row of jobs always has its next one.
        expect({ ...left, jobs: left.jobs > 1 }).toEqual({ mails: 0, lobbies: 0, people: 0, limits: 0, jobs: false })
        const closed = await db.prisma.participantAction.findMany({
          where: { sessionId: { in: made.clocks }, actionType: { in: ['closed', 'revealed'] } },
          select: { sessionId: true, actionData: true },
        })
        expect(new Set(closed.map(({ sessionId }) => sessionId)).size).toBe(made.clocks.length)
        return { closed }
      },
      { timeout: 45_000, interval: 200 },
    )

    const context = `seed ${seed}`
    // Each clock rang once, each lobby was ended once.
    expect(
      all.closed.map(({ actionData }) => actionData),
      context,
    ).toEqual(made.clocks.map(() => expect.objectContaining({ reason: 'time' })))
    const ended = await db.prisma.participantAction.count({
      where: { sessionId: { in: made.lobbies }, actionType: 'ended' },
    })
    expect(ended, context).toBe(made.lobbies.length)
    expect(await queues.operators.deadLetters(), context).toEqual([])

    // Each mail arrived, and again only as the same mail.
    const arrived = smtp.mails.map(({ envelope, parsed }) => `${envelope.to[0]} ${parsed.messageId}`)
    expect(new Set(smtp.mails.map(({ envelope }) => envelope.to[0])).size, context).toBe(made.mails.length)
    expect(new Set(arrived).size, context).toBe(made.mails.length)
    const again = smtp.mails.length - made.mails.length
    expect(again, context).toBeLessThanOrEqual(lives * 4)
    await annotate(
      `${where}, ${context}: ${lives} workers killed, ${made.mails.length} mails (${again} came again as the same), ` +
        `${made.clocks.length} clocks, ${made.lobbies.length} lobbies, ${made.people.length} people`,
    )
  })
}
