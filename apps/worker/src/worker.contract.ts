import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sample } from '@humuus/files/testing'
import { type NodeTimer, openQueues, type QueueAddress } from '@humuus/jobs'
import { type Manners, smtpServer } from '@humuus/jobs/testing/smtp'
import { describe, expect, test, vi } from 'vitest'
import type { Env } from './env.ts'
import { logLines } from './testing/log-lines.ts'
import { openPlace as openFiles } from './testing/place.ts'
import { standInServer } from './testing/stand-in-server.ts'
import { startWorker } from './worker.ts'

const secret = 'a secret of more than thirty-two characters'

/** What the whole worker does, wherever the queues live. */
export function workerContract(where: string, openPlace: () => Promise<QueueAddress & AsyncDisposable>): void {
  const soon = (ms: number): NodeTimer => ({ sessionId: randomUUID(), deadline: Date.now() + ms })
  const mailRetry = { attempts: 6, firstPauseMs: 200, factor: 2, longestPauseMs: 1_000 }
  const eventually = (claim: () => void) => vi.waitFor(claim, { timeout: 10_000, interval: 10 })

  async function openWorld({ reportEveryMs = 60_000, smtpUrl }: { reportEveryMs?: number; smtpUrl?: string } = {}) {
    const place = await openPlace()
    const server = await standInServer(secret)
    const journal = logLines()
    const files = await openFiles()
    const env: Env = {
      FILES_DIR: files.filesDir,
      DATABASE_URL: place.databaseUrl,
      REDIS_URL: place.redisUrl,
      SERVER_URL: server.url,
      INTERNAL_SECRET: secret,
      SMTP_URL: smtpUrl,
      MAIL_FROM: { name: 'humuus', address: 'no-reply@localhost', domain: 'localhost' },
      LOG_LEVEL: 'debug',
      OTEL_TRACES_SAMPLER_ARG: 1,
    }
    const queues = openQueues(place, { onError: (error) => journal.log.error(error) })
    const worker = startWorker(env, { log: journal.log, reportEveryMs, mailRetry })
    await worker.ready
    return {
      ...{ server, journal, env, worker, queues, files },
      [Symbol.asyncDispose]: async () => {
        for (const each of [worker, queues, server, place, files]) await each[Symbol.asyncDispose]()
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

    test('sends mail, tries again what was refused for now, and gives up what is refused for good', async () => {
      const refuse: Manners['refuse'] = (recipient, nth) => {
        if (recipient === 'nobody@example.org') return { code: 550, text: 'no such user' }
        return nth === 1 ? { code: 421, text: 'try later' } : null
      }
      await using smtp = await smtpServer({ refuse })
      await using world = await openWorld({ smtpUrl: smtp.url })
      const post = (recipient: string) => world.server.post({ recipient, subject: 'S', text: 'T\n', html: '<p>T</p>' })
      const mailId = post('ann@example.org')
      await world.queues.mails.schedule({ mailId })
      const { parsed } = await smtp.mailTo('ann@example.org')
      expect(parsed.text).toBe('T\n')
      await eventually(() => expect(world.server.news.at(-1)).toEqual({ mailId, news: 'sent' }))
      expect(world.server.news).toHaveLength(2)
      expect(world.journal.text()).toContain(`mail ${mailId} was not sent: 421`)

      const bad = post('nobody@example.org')
      await world.queues.mails.schedule({ mailId: bad })
      await eventually(() => expect(world.server.news.at(-1)).toMatchObject({ mailId: bad, isLast: true }))
      expect(world.server.news).toHaveLength(3)
      expect(world.journal.text()).not.toContain('@example.org')
    })

    test('has the server clear away, round after round, and again after the server was in trouble', async () => {
      await using world = await openWorld()
      world.server.leftovers = [
        { cleared: 2_000, isMore: true },
        { cleared: 3, isMore: false },
      ]
      await world.queues.housekeeping.schedule({ task: 'old-mails' })
      await eventually(() => expect(world.journal.lines).toContainEqual(expect.objectContaining({ cleared: 2_003 })))
      expect(world.server.rounds).toEqual(['old-mails', 'old-mails'])
    })

    test('a mail that is given up is a dead letter that says why, without anything about people', async () => {
      await using smtp = await smtpServer({ refuse: (to) => ({ code: 550, text: `no ${to} here` }) })
      await using world = await openWorld({ smtpUrl: smtp.url })
      const mailId = world.server.post({ recipient: 'ann@example.org', subject: 'S', text: 'T\n', html: '<p>T</p>' })
      await world.queues.mails.schedule({ mailId })
      const reason = `mail ${mailId} was given up: 550`
      const letter = { queue: 'mail', id: mailId, payload: { mailId }, reason, attempts: 1 }
      await vi.waitFor(
        async () => expect(await world.queues.operators.deadLetters()).toContainEqual(expect.objectContaining(letter)),
        { timeout: 10_000 },
      )
    })

    test('without a mail server leaves mail to a worker that has one', async () => {
      await using world = await openWorld()
      const mailId = world.server.post({ recipient: 'ann@example.org', subject: 'S', text: 'T\n', html: '<p>T</p>' })
      await world.queues.mails.schedule({ mailId })
      await using smtp = await smtpServer()
      await using other = startWorker({ ...world.env, SMTP_URL: smtp.url }, { log: world.journal.log })
      await other.ready
      await smtp.mailTo('ann@example.org')
    })

    test('prepares a file, once, however often it is asked', { timeout: 60_000 }, async () => {
      await using world = await openWorld()
      const bytes = sample('photo.jpg')
      const fileId = world.server.receive({ kind: 'picture', ext: 'jpg', size: bytes.length, state: 'clean' })
      await world.files.bring(fileId, bytes)
      for (const _ of [1, 2]) await world.queues.derivations.schedule({ fileId })
      await vi.waitFor(() => expect(world.server.fileNews).toMatchObject([{ fileId, news: 'derived' }]), {
        timeout: 50_000,
      })
      expect(await world.files.keys(`${fileId}/`)).toHaveLength(3)
    })

    test('without a scanner leaves files to a worker that has one', async () => {
      await using world = await openWorld()
      const fileId = world.server.receive({ kind: 'picture', ext: 'jpg', size: 1, state: 'scanning' })
      await world.files.bring(fileId, Buffer.from('x'))
      await world.queues.scans.schedule({ fileId })
      // It is away: that somebody tried is enough.
      await using other = startWorker(
        { ...world.env, CLAMAV_URL: { path: join(world.files.workDir, 'clamd') } },
        { log: world.journal.log },
      )
      await other.ready
      await eventually(() => expect(world.journal.text()).toContain('clamd cannot be asked: connect ENOENT'))
      expect(world.server.fileNews).toEqual([])
    })

    test('tells a server that was away as soon as it is back', async () => {
      await using world = await openWorld()
      await world.server[Symbol.asyncDispose]()
      const timer = soon(0)
      await world.queues.timers.schedule(timer)
      await eventually(() => expect(world.journal.text()).toContain('does not answer'))
      await using back = await standInServer(secret, Number(new URL(world.server.url).port))
      await eventually(() => expect(back.ticks).toEqual([timer.sessionId]))
      expect(world.journal.text()).not.toContain(secret)
    })
  })
}
