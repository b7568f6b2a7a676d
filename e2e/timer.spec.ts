import { connect } from '@humuus/client'
import { findRedis } from '@humuus/jobs/testing'
import { expect, test } from 'vitest'
import { dataFolder, npmStart } from './system.ts'

const file = {
  format: 'humuus/1',
  title: 'A short question',
  nodes: [
    {
      id: 'short',
      type: 'poll',
      data: { text: 'Quick?', answerSeconds: 2, options: [{ text: 'yes' }, { text: 'no' }] },
    },
    { id: 'breath', type: 'countdown', data: { seconds: 1 } },
    { id: 'end', type: 'end', data: {} },
  ],
}

/** Most ms a clock may be late on a busy machine; the usual lateness is in the record on the job queue. */
const patienceMs = 2_500

/** So long a step stays open for answers on their way, in ms (`answerGrace` of the engine). */
const graceMs = 2_000

/** Plays a workshop whose clocks run out by themselves: worker, queue and server together. */
async function timersRunOut(url: string): Promise<void> {
  await using host = await connect({ url })
  const made = await host.trpc.workshops.create.mutate({ file })
  expect(made).toMatchObject({ ok: true })
  const workshopId = made.ok ? made.id : ''
  const { sessionId } = await host.trpc.sessions.create.mutate({ workshopId, hostName: '' })
  const sees = host.watch({ sessionId, role: 'host' })
  await sees.until(({ shared }) => shared.phase === 'lobby', 10_000)
  await host.send(sessionId, { type: 'start' })
  const running = await sees.until(({ shared }) => shared.step !== null, 10_000)
  const deadline = running.shared.step?.deadline ?? 0
  await sees.until(({ shared }) => shared.step?.phase === 'closed', 2_000 + graceMs + patienceMs)
  const closedAt = await host.trpc.sessions.clock.query()
  expect(closedAt).toBeGreaterThanOrEqual(deadline + graceMs)
  await host.send(sessionId, { type: 'next', from: 'short' })
  await sees.until(({ shared }) => shared.phase === 'completed', 2_000 + patienceMs)
}

test('clocks run out by themselves with the queue in PostgreSQL', async () => {
  await using system = await npmStart(await dataFolder())
  await timersRunOut(system.url)
})

test('clocks run out by themselves with the queue in Redis', async ({ skip }) => {
  const redis = await findRedis()
  if ('missing' in redis) return skip(redis.missing)
  await using _stopped = redis
  await using system = await npmStart(await dataFolder(), { REDIS_URL: redis.url })
  await timersRunOut(system.url)
})
