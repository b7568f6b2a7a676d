import type { HousekeepingTask } from '@humuus/api'
import { expect, test, vi } from 'vitest'
import { workerHeader } from '../identity/worker-secret.ts'
import { newcomer, visitor } from '../testing/visitor.ts'
import { workerProcess } from '../testing/worker-process.ts'
import { openWorld, vote, type World } from '../testing/world.ts'

const dayMs = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * dayMs)

const asked = (world: World, task: HousekeepingTask) =>
  visitor(world.server.url, { [workerHeader]: 'b'.repeat(32) }).internal.housekeeping.mutate({ task })

/** The last thing that happened in a session. */
const lastOf = (world: World, sessionId: string) =>
  world.database.db.prisma.participantAction.findFirst({ where: { sessionId }, orderBy: { version: 'desc' } })

/** A session that was opened some days ago. */
async function opened(world: World, days: number) {
  const hosted = await world.hosted()
  await world.database.db.prisma.workshopSession.update({
    where: { id: hosted.sessionId },
    data: { createdAt: ago(days) },
  })
  return hosted
}

/** Makes somebody look as if they had not been here for a year. */
async function longGone({ database }: World, userId: string) {
  const { prisma } = database.db
  await prisma.user.update({ where: { id: userId }, data: { createdAt: ago(400) } })
  await prisma.device.updateMany({ where: { userId }, data: { lastSeenAt: ago(400) } })
  await prisma.signIn.updateMany({ where: { userId }, data: { lastSeenAt: ago(400), expiresAt: ago(370) } })
}

test('a lobby that nobody came to in two days is ended, and its log says by whom', async () => {
  await using world = await openWorld()
  const [empty, visited, young] = [await opened(world, 3), await opened(world, 3), await opened(world, 1)]
  await (await world.person()).join(visited.code, 'Ann')
  expect(await asked(world, 'empty-lobbies')).toEqual({ cleared: 1, isMore: false })
  expect(await lastOf(world, empty.sessionId)).toMatchObject({ actionType: 'ended', userId: 'system' })
  for (const { sessionId } of [visited, young])
    expect(await lastOf(world, sessionId)).not.toMatchObject({ actionType: 'ended' })
  const session = await world.database.db.prisma.workshopSession.findUnique({ where: { id: empty.sessionId } })
  expect(session).toMatchObject({ status: 'ended', completedAt: expect.any(Date) })
  expect(await asked(world, 'empty-lobbies')).toEqual({ cleared: 0, isMore: false })
})

test('two servers that look at the same lobby at the same time end it once', async () => {
  await using world = await openWorld()
  const other = await world.another()
  const { sessionId } = await opened(world, 3)
  const elsewhere = { server: { url: other.url } } as World
  await Promise.all([asked(world, 'empty-lobbies'), asked(elsewhere, 'empty-lobbies'), asked(world, 'empty-lobbies')])
  const ends = await world.database.db.prisma.participantAction.count({ where: { sessionId, actionType: 'ended' } })
  expect(ends).toBe(1)
})

test('somebody who was a device alone and not here for a year is forgotten; what they did stays', async () => {
  await using world = await openWorld()
  const { prisma } = world.database.db
  const hosted = await world.hosted()
  const [gone, here] = [await world.person(), await world.person()]
  for (const [person, name] of [
    [gone, 'Zenobia'],
    [here, 'Ben'],
  ] as const)
    await person.join(hosted.code, name)
  await hosted.command({ type: 'start' })
  expect(await gone.send(hosted.sessionId, vote(0))).toMatchObject({ ok: true })
  const { log: _, ...before } = await hosted.host.trpc.sessions.report
    .query({ sessionId: hosted.sessionId })
    .then((report) => ({ ...report, log: null }))
  expect(JSON.stringify(before)).toContain('Zenobia')

  await longGone(world, gone.userId)
  expect(await asked(world, 'unused-devices')).toEqual({ cleared: 1, isMore: false })
  expect(await prisma.user.findMany({ where: { removedAt: { not: null } }, select: { id: true } })).toEqual([
    { id: gone.userId },
  ])
  const log = await prisma.participantAction.findMany({ where: { sessionId: hosted.sessionId }, omit: { id: true } })
  expect(JSON.stringify(log)).not.toContain('Zenobia')
  expect(log.filter(({ userId, actionType }) => userId === gone.userId && actionType === 'poll.voted')).toHaveLength(1)
  expect(await asked(world, 'unused-devices')).toEqual({ cleared: 0, isMore: false })
  // The device that comes back after all is not somebody new under the old id.
  const again = await visitor(world.server.url)
    .auth.device.mutate({ ...gone.device, delivery: 'bearer' })
    .catch((error) => error.data.rejection.code)
  expect(typeof again).toBe('string')
})

test('whoever made a session or has an address is not forgotten, however long they were away', async () => {
  await using world = await openWorld()
  const { host } = await world.hosted()
  const registered = await newcomer(world.server.url)
  await world.database.db.prisma.user.update({
    where: { id: registered.userId },
    data: { email: 'ann@example.org' },
  })
  for (const { userId } of [host, registered]) await longGone(world, userId)
  expect(await asked(world, 'unused-devices')).toEqual({ cleared: 0, isMore: false })
})

test('many rows are cleared away in rounds', async () => {
  await using world = await openWorld()
  const { prisma } = world.database.db
  const expire = BigInt(Date.now() - 1)
  await prisma.rateLimit.createMany({ data: Array.from({ length: 2_001 }, (_, n) => ({ key: `${n}`, expire })) })
  expect(await asked(world, 'old-limits')).toEqual({ cleared: 2_000, isMore: true })
  expect(await asked(world, 'old-limits')).toEqual({ cleared: 1, isMore: false })
})

test('a server asks for housekeeping by itself, and a worker does it', async () => {
  await using world = await openWorld({ HOUSEKEEPING_HOURS: 0.000_5 })
  const { sessionId } = await opened(world, 3)
  await using worker = await workerProcess({ DATABASE_URL: world.database.url, SERVER_URL: world.server.url })
  await vi.waitFor(
    async () => expect(await lastOf(world, sessionId)).toMatchObject({ actionType: 'ended', userId: 'system' }),
    { timeout: 20_000, interval: 100 },
  )
  await vi.waitFor(() => expect(worker.said()).toContain('"task":"old-limits"'), { timeout: 20_000 })
  expect(worker.said()).toContain('"msg":"housekeeping"')
})
