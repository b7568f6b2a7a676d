import { pause } from '@humuus/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openRig, type Rig, type RigServer } from './index.ts'
import { type Command, openWorkshop, type Workshop } from './testing/workshop.ts'

/** An outage of half a minute takes the same path: nothing in it waits for as long as this. */
const outageMs = 8_000

const readiness = async (server: RigServer | undefined) => {
  const answer = await fetch(`${server?.url}/readyz`, { signal: AbortSignal.timeout(5_000) })
  return [answer.status, ((await answer.json()) as { trouble?: string }).trouble]
}

/** Everything that any view showed from now on, as the step it was about. */
function watchPictures({ console, screen, phones }: Workshop): () => unknown[] {
  const shown: unknown[] = []
  for (const view of [console, screen, ...phones])
    view.changed(() => shown.push(view.rejection ?? view.state?.shared.step?.nodeId ?? 'nothing'))
  return () => [...new Set(shown)]
}

const ready = (workshop: Workshop) =>
  Promise.all([workshop.console, workshop.screen, ...workshop.phones].map((view) => view.until(() => true, 10_000)))

const breakages = {
  killed: { begin: (rig: Rig) => rig.database.kill(), end: (rig: Rig) => rig.database.start() },
  frozen: { begin: (rig: Rig) => rig.database.freeze(), end: (rig: Rig) => rig.database.thaw() },
}

let rig: Rig

beforeAll(async () => {
  rig = await openRig()
})
afterEach(async () => {
  // A test that failed in the middle leaves nothing broken to the next.
  await rig.database.thaw()
  await rig.database.start()
  await rig.worker?.start()
  expect(rig.deaths).toEqual([])
})
afterAll(() => rig?.[Symbol.asyncDispose]())

test.each(Object.entries(breakages))(
  'the database is %s for a while: commands wait and count once, the last picture stays, the server says why',
  async (_, { begin, end }) => {
    await using workshop = await openWorkshop(rig)
    const [ann, ben] = workshop.people as [Workshop['host'], Workshop['host']]
    await ready(workshop)
    expect(await workshop.vote(ann, 0)).toMatchObject({ ok: true })
    await workshop.screen.until(({ shared }) => shared.done === 1, 10_000)
    const pids = [rig.servers[0]?.pid, rig.worker?.pid]
    const pictures = watchPictures(workshop)

    await begin(rig)
    const answered: string[] = []
    const waiting = [workshop.vote(ann, 1), workshop.vote(ben, 1)]
    for (const vote of waiting) vote.then((result) => answered.push(result.ok ? 'taken' : result.rejection.code))
    await expect
      .poll(() => readiness(rig.servers[0]), { timeout: 10_000 })
      .toEqual([503, 'the database does not answer'])
    await pause(outageMs)
    expect(answered).toEqual([])
    expect(pictures().filter((shown) => shown !== 'mood')).toEqual([])
    expect(workshop.phones.map((view) => view.state?.shared.step?.nodeId)).toEqual(['mood', 'mood'])

    await end(rig)
    expect(await Promise.all(waiting)).toMatchObject([{ ok: true }, { ok: true }])
    await workshop.screen.until(({ shared }) => shared.done === 2, 15_000)
    await expect.poll(() => readiness(rig.servers[0]), { timeout: 10_000 }).toEqual([200, undefined])
    await workshop.does({ type: 'close', nodeId: 'mood' })
    await workshop.does({ type: 'next', from: 'mood' })
    await Promise.all(workshop.phones.map((view) => view.until(({ shared }) => shared.step?.nodeId === 'sum', 15_000)))
    expect(await workshop.chosen('mood')).toEqual({ 'Person 0': ['tired'], 'Person 1': ['tired'] })
    expect([rig.servers[0]?.pid, rig.worker?.pid]).toEqual(pids)
  },
)

/** Ms by which the current step closed too late; it has to do so by itself. */
async function closesLate({ console }: Workshop, nodeId: string): Promise<number> {
  const { shared } = await console.until(
    ({ shared: { step } }) => step?.nodeId === nodeId && step.phase === 'open',
    10_000,
  )
  const deadline = shared.step?.deadline ?? 0
  await console.until(({ shared: { step } }) => step?.nodeId === nodeId && step.phase !== 'open', 60_000)
  return Date.now() - deadline
}

test('the worker is away over a deadline: the step closes by itself, late; so does the next one', async () => {
  await using workshop = await openWorkshop(rig)
  await ready(workshop)
  await rig.worker?.kill()
  await workshop.does({ type: 'next', from: 'mood' })
  const late = closesLate(workshop, 'sum')
  await pause(5_000)
  await rig.worker?.start()
  expect(await late).toBeLessThan(15_000)
  await workshop.does({ type: 'next', from: 'sum' })
  // A worker that has only just come, or the room itself.
  expect(await closesLate(workshop, 'again')).toBeLessThan(5_000)
})

test('Redis is away over a deadline: votes count, the step closes late, and all goes on when it is back', async (context) => {
  await using several = await openRig({ servers: 2, redis: process.env.HUMUUS_TEST_ALL === '1' ? 'must' : 'if there' })
  if (several.redis === null) return context.skip('there is no redis-server on the PATH')
  await using workshop = await openWorkshop(several)
  const [ann, ben] = workshop.people as [Workshop['host'], Workshop['host']]
  await ready(workshop)
  await workshop.does({ type: 'next', from: 'mood' })
  const late = closesLate(workshop, 'sum')
  await several.redis.kill()
  const answer = { type: 'act', nodeId: 'sum', node: 'quiz', act: { type: 'answer', choice: [0] } } satisfies Command
  const answered = await Promise.all([ann, ben].map((person) => person.send(workshop.sessionId, answer)))
  expect(answered).toMatchObject([{ ok: true }, { ok: true }])
  await pause(outageMs)
  await several.redis.start()
  expect(await late).toBeLessThan(20_000)
  expect(await workshop.chosen('sum')).toEqual({ 'Person 0': ['2'], 'Person 1': ['2'] })
  await workshop.does({ type: 'next', from: 'sum' })
  expect(await closesLate(workshop, 'again')).toBeLessThan(5_000)
  expect(several.deaths).toEqual([])
})
