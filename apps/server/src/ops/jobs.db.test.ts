import { openQueues } from '@humuus/jobs'
import { smtpServer } from '@humuus/jobs/testing/smtp'
import { expect, test, vi } from 'vitest'
import { newcomer, refusedBy } from '../testing/visitor.ts'
import { workerProcess } from '../testing/worker-process.ts'
import { openWorld, type World } from '../testing/world.ts'

/** Somebody who looks after the installation. */
async function admin(world: World) {
  const person = await newcomer(world.server.url)
  await world.database.db.prisma.user.update({ where: { id: person.userId }, data: { role: 'admin' } })
  return person.trpc.ops
}

const eventually = (claim: () => unknown) => vi.waitFor(claim, { timeout: 20_000, interval: 50 })

test('an admin sees every queue by its name, and how much is in it', async () => {
  await using world = await openWorld()
  const ops = await admin(world)
  const { host, sessionId, command } = await world.hosted()
  await command({ type: 'start' })
  await command({ type: 'next', from: 'mood' })
  await eventually(async () => {
    const timers = (await ops.queues.query()).find(({ queue }) => queue === 'node-timers')
    expect(timers).toEqual({ queue: 'node-timers', waiting: 0, delayed: 1, active: 0, failed: 0 })
  })
  const names = (await ops.queues.query()).map(({ queue }) => queue)
  expect(names).toEqual(['node-timers', 'mail', 'file-scan', 'file-derive', 'file-expiry', 'housekeeping'])
  expect(await refusedBy(host.trpc.ops.queues.query())).toMatchObject({ code: 'not_allowed' })
  expect(sessionId).toBeTruthy()
})

test('a mail that was given up is a dead letter, and is sent when an admin wants it tried again', async () => {
  let isStrict = true
  await using smtp = await smtpServer({ refuse: () => (isStrict ? { code: 550, text: 'go away' } : null) })
  await using world = await openWorld({ SMTP_URL: smtp.url })
  const ops = await admin(world)
  await using _worker = await workerProcess({
    DATABASE_URL: world.database.url,
    SERVER_URL: world.server.url,
    SMTP_URL: smtp.url,
  })
  const anybody = await newcomer(world.server.url)
  await anybody.trpc.account.register.mutate({
    email: 'ann@example.org',
    password: 'seventeen herons by the lake',
    language: 'en',
  })
  await eventually(async () => expect(await ops.deadLetters.query()).toHaveLength(1))
  const [letter] = await ops.deadLetters.query()
  const { queue = '', id: jobId = '' } = letter ?? {}
  expect(letter).toEqual({
    ...{ queue: 'mail', id: jobId, payload: { mailId: jobId }, attempts: 1 },
    ...{ reason: `mail ${jobId} was given up: 550`, failedAt: expect.any(Number) },
  })
  expect(await refusedBy(anybody.trpc.ops.retryJob.mutate({ queue, jobId }))).toMatchObject({ code: 'not_allowed' })

  isStrict = false
  expect(await ops.retryJob.mutate({ queue, jobId })).toEqual({ retried: true })
  await smtp.mailTo('ann@example.org')
  await eventually(async () => expect(await ops.deadLetters.query()).toEqual([]))
  expect(await ops.retryJob.mutate({ queue, jobId })).toEqual({ retried: false })
  expect(smtp.mails).toHaveLength(1)
})

test('a dead letter can be thrown away; what still waits cannot', async () => {
  await using world = await openWorld()
  const ops = await admin(world)
  await using queues = openQueues({ databaseUrl: world.database.url }, { onError: () => undefined })
  const fileId = crypto.randomUUID()
  await queues.scans.schedule({ fileId })
  const it = { queue: 'file-scan', jobId: fileId }
  expect(await ops.discardJob.mutate(it)).toEqual({ discarded: false })
  expect(await ops.discardJob.mutate({ ...it, queue: 'none' })).toEqual({ discarded: false })
  expect(await refusedBy(ops.discardJob.mutate({ ...it, jobId: 'x'.repeat(201) }))).toMatchObject({ code: 'malformed' })
  expect((await ops.queues.query()).find(({ queue }) => queue === 'file-scan')).toMatchObject({ waiting: 1 })
})
