import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newcomer, refusedBy } from '../testing/visitor.ts'
import { workerProcess } from '../testing/worker-process.ts'
import { openWorld, vote, type World } from '../testing/world.ts'

const within = { timeout: 20_000, interval: 200 }

/** How somebody who looks after the installation sees it, asked at one of its servers. */
async function admin(world: World, url = world.server.url) {
  const { userId, trpc } = await newcomer(url)
  await world.database.db.prisma.user.update({ where: { id: userId }, data: { role: 'admin' } })
  return () => trpc.ops.overview.query()
}

test('an admin sees every server with its own numbers, whichever is asked, and every worker', async () => {
  await using world = await openWorld()
  const other = await world.another()
  await using _worker = await workerProcess({ DATABASE_URL: world.database.url, SERVER_URL: world.server.url })
  const look = await admin(world)
  const lookThere = await admin(world, other.url)
  const { sessionId, code, command, host } = await world.hosted()
  host.watch({ sessionId, role: 'host' })
  const [here, there] = [await world.person(), await world.person({ url: other.url })]
  for (const one of [here, there]) {
    await one.join(code, 'Somebody')
    await one.watch({ sessionId, role: 'participant' }).until(({ own }) => own !== null, 10_000)
  }
  await command({ type: 'start' })
  const peopleBy = async (ask: typeof look) =>
    (await ask()).servers?.map(({ isThisOne, report }) => [isThisOne, report?.people])
  await expect
    .poll(() => peopleBy(look), within)
    .toEqual(
      expect.arrayContaining([
        [true, 2],
        [false, 1],
      ]),
    )
  await expect
    .poll(() => peopleBy(lookThere), within)
    .toEqual(
      expect.arrayContaining([
        [false, 2],
        [true, 1],
      ]),
    )
  await expect.poll(async () => (await look()).workers?.length, within).toBe(1)

  expect(await here.send(sessionId, vote(0))).toMatchObject({ ok: true })
  const own = async () => (await look()).servers?.find(({ isThisOne }) => isThisOne)?.report
  await expect
    .poll(own, within)
    .toMatchObject({ sessions: { active: 1 }, views: 2, appendMs: { p50: expect.any(Number) } })
  // It is as of the last sign of life: somebody has to do something meanwhile.
  const paceAfterVote = async () => {
    await here.send(sessionId, vote(1))
    return (await own())?.versionsPerSecond ?? 0
  }
  await expect.poll(paceAfterVote, within).toBeGreaterThan(0)
  expect((await own())?.memoryBytes).toBeGreaterThan(10e6)
  const seen = await look()
  expect(seen.servers).toHaveLength(2)
  expect(seen.queues?.map(({ queue }) => queue)).toContain('node-timers')
  expect(seen.storage.databaseBytes).toBeGreaterThan(1e6)
  expect(seen.troubles).toEqual([])
}, 90_000)

test('what people gave is counted', async () => {
  await using world = await openWorld()
  const look = await admin(world)
  // What is not known in time is shown as unknown.
  await expect.poll(async () => (await look()).storage.files, { timeout: 10_000 }).toEqual({ count: 0, bytes: 0 })
})

test('who dies falls silent, and who speaks another language is shown without numbers', async () => {
  await using world = await openWorld()
  const look = await admin(world)
  const { prisma } = world.database.db
  const stranger = randomUUID()
  await prisma.$executeRaw`
    INSERT INTO servers (id, seen_at, report)
    VALUES (${stranger}::uuid, timezone('UTC', clock_timestamp()) - interval '12 seconds', '{"people": "many"}')`
  const found = (await look()).servers?.find(({ id }) => id === stranger)
  expect(found).toMatchObject({ isThisOne: false, report: null })
  expect(found?.silentMs).toBeGreaterThan(11_000)
  await prisma.$executeRaw`UPDATE servers SET seen_at = seen_at - interval '1 minute' WHERE id = ${stranger}::uuid`
  expect((await look()).servers?.find(({ id }) => id === stranger)).toBeUndefined()
})

test('nobody but an admin sees it', async () => {
  await using world = await openWorld()
  const { host } = await world.hosted()
  expect(await refusedBy(host.trpc.ops.overview.query())).toEqual({ code: 'not_allowed' })
})

test('where the disk is ours, what is left of it is told', async () => {
  await using world = await openWorld({ HUMUUS_DATA: '/' })
  const seen = await (await admin(world))()
  expect(seen.storage.diskFreeBytes).toBeGreaterThan(0)
  await using elsewhere = await openWorld()
  expect((await (await admin(elsewhere))()).storage.diskFreeBytes).toBeNull()
})
