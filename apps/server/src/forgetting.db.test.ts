import { type LiveMessage, merge } from '@humuus/api'
import type { Client } from '@humuus/client'
import { engine, must, type Role, systemUser } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { digestOf } from './rooms/shown.ts'
import { type Hosted, openWorld, vote, type World } from './testing/world.ts'

const soonMs = 5_000
const name = 'Zenobia'

/** A session that Zenobia helps to run, with Ben as a participant. */
async function withZenobia(world: World) {
  const hosted = await world.hosted()
  const [zenobia, ben] = [await world.person(), await world.person()]
  await zenobia.join(hosted.code, name)
  await ben.join(hosted.code, 'Ben')
  await hosted.command({ type: 'add_facilitator', userId: zenobia.userId })
  await hosted.command({ type: 'start' })
  expect(await zenobia.send(hosted.sessionId, vote(0))).toMatchObject({ ok: true })
  return { hosted, zenobia, ben }
}

/** Everything that stands in the database about sessions, as text. */
async function written(world: World): Promise<string> {
  const { prisma } = world.database.db
  const tables = [
    prisma.workshopSession.findMany(),
    prisma.participantAction.findMany({ omit: { id: true } }),
    prisma.commandRefusal.findMany(),
    prisma.pageReceipt.findMany(),
  ]
  return JSON.stringify(await Promise.all(tables))
}

/** What somebody is sent who comes back with what they saw at this version. */
function firstMessage(client: Client, sessionId: string, role: Role, since: number): Promise<LiveMessage> {
  return new Promise((resolve, reject) => {
    const asked = { sessionId, role, page: crypto.randomUUID(), lastEventId: String(since) }
    const subscription = client.trpc.sessions.live.subscribe(asked, {
      onData: ({ data }) => {
        subscription.unsubscribe()
        resolve(data as LiveMessage)
      },
      onError: reject,
    })
  })
}

async function everythingAbout({ host, sessionId, code }: Hosted): Promise<string> {
  const { sessions } = host.trpc
  return JSON.stringify(
    await Promise.all([
      sessions.report.query({ sessionId }),
      sessions.receipts.query({ sessionId }),
      sessions.get.query({ sessionId }),
      sessions.lookup.query({ code }),
      sessions.mine.query(),
      sessions.screen.query({ sessionId }),
    ]),
  )
}

/** The same session on a server that knows only what is written, with a new connection of its host. */
async function restarted(world: World, hosted: Hosted): Promise<Hosted> {
  await world.restart()
  return { ...hosted, host: await world.person({ device: hosted.host.device }) }
}

test('after a person was forgotten nobody is sent their name, and it stands nowhere', async () => {
  await using world = await openWorld()
  const { hosted, zenobia, ben } = await withZenobia(world)
  const { sessionId, host } = hosted
  const views = [
    host.watch({ sessionId, role: 'host' }),
    host.watch({ sessionId, role: 'screen' }),
    ben.watch({ sessionId, role: 'participant' }),
  ]
  const [before] = await Promise.all(views.map((view) => view.until(() => true, soonMs)))
  const old = must(before, 'the host saw it')
  expect(JSON.stringify(old)).toContain(name)

  expect(await world.server.forgetPerson(zenobia.userId)).toEqual({ ok: true })
  const nameless = (state: unknown) => !JSON.stringify(state).includes(name)
  await Promise.all(views.map((view) => view.until(nameless, soonMs)))
  expect(await written(world)).not.toContain(name)
  expect(await everythingAbout(hosted)).not.toContain(name)
  expect(JSON.stringify(await host.trpc.sessions.report.query({ sessionId }))).toContain('Anonymous')

  const whoReturns = async (client: Client) =>
    JSON.stringify(merge<unknown, unknown>(old, await firstMessage(client, sessionId, 'host', old.version)))
  expect(await whoReturns(host)).not.toContain(name)
  const again = await restarted(world, hosted)
  expect(await whoReturns(again.host)).not.toContain(name)
  expect(await everythingAbout(again)).not.toContain(name)
})

test('the session goes on, and what was shown since is what the log leads to', async () => {
  await using world = await openWorld()
  const { hosted, zenobia, ben } = await withZenobia(world)
  const { sessionId, command } = hosted
  await world.server.forgetPerson(zenobia.userId)
  expect(await zenobia.send(sessionId, vote(1))).toMatchObject({ ok: true })
  expect(await ben.send(sessionId, vote(1))).toMatchObject({ ok: true })
  await command({ type: 'reveal', nodeId: 'mood' })
  await command({ type: 'next', from: 'mood' })
  await world.server.stop()

  const { prisma } = world.database.db
  const row = await prisma.workshopSession.findUniqueOrThrow({ where: { id: sessionId } })
  const { hostName } = row.settings as { hostName: string }
  const facilitator = { id: row.facilitatorId, name: hostName }
  let state = engine.initial({ plan: engine.plan.parse(row.plan), facilitator })
  const shown = await prisma.shownDigest.findMany({ where: { sessionId } })
  const compared: boolean[] = []
  for (const action of await prisma.participantAction.findMany({ where: { sessionId }, orderBy: { version: 'asc' } })) {
    const at = action.timestamp.getTime()
    state = engine.evolve(state, engine.readEvent({ ...action, actionData: action.actionData as never, at }))
    for (const { role, digest } of shown.filter(({ version }) => version === action.version))
      compared.push(digest === (await digestOf(engine.sharedView(state, role as Role))))
  }
  expect(compared.length).toBeGreaterThan(6)
  expect(compared).not.toContain(false)
})

test('who ran it is forgotten, too, in a session that is over', async () => {
  await using world = await openWorld()
  const hosted = await world.hosted()
  await hosted.command({ type: 'end' })
  expect(await world.server.forgetPerson(hosted.host.userId)).toEqual({ ok: true })
  expect(await written(world)).not.toContain('Hal')
  // What is said about a session may be a second old.
  await expect.poll(() => everythingAbout(hosted), { timeout: soonMs }).not.toContain('Hal')
  expect(await everythingAbout(await restarted(world, hosted))).toContain('"host":"Anonymous"')
})

test('what broke off in the middle is repaired by doing it again, and again it does nothing', async () => {
  await using world = await openWorld()
  const { hosted, zenobia } = await withZenobia(world)
  const { prisma } = world.database.db
  await prisma.$executeRaw`ALTER TABLE shown_digests RENAME TO elsewhere`
  await expect(world.server.forgetPerson(zenobia.userId)).rejects.toThrow()
  const sees = hosted.host.watch({ sessionId: hosted.sessionId, role: 'host' })
  expect(JSON.stringify(await sees.until(() => true, soonMs))).not.toContain(name)
  expect(await written(world)).toContain(name)

  await prisma.$executeRaw`ALTER TABLE elsewhere RENAME TO shown_digests`
  expect(await world.server.forgetPerson(zenobia.userId)).toEqual({ ok: true })
  const once = await written(world)
  expect(once).not.toContain(name)
  const rows = await prisma.participantAction.findMany({ where: { actionType: 'forgotten' } })
  expect(rows.map(({ userId }) => userId)).toEqual([systemUser])
  expect(await world.server.forgetPerson(zenobia.userId)).toEqual({ ok: true })
  expect(await prisma.participantAction.count({ where: { actionType: 'forgotten' } })).toBe(1)
})

test('people on another server no longer see the name, and a newcomer there neither', async () => {
  await using world = await openWorld()
  const there = await world.another()
  const { hosted, zenobia, ben } = await withZenobia(world)
  const { sessionId, host } = hosted
  const elsewhere = await world.person({ url: there.url, device: host.device })
  const sees = elsewhere.watch({ sessionId, role: 'host' })
  await sees.until((state) => JSON.stringify(state).includes(name), soonMs)
  expect(await world.server.forgetPerson(zenobia.userId)).toEqual({ ok: true })
  await sees.until((state) => !JSON.stringify(state).includes(name), soonMs)
  const late = await world.person({ url: there.url, device: ben.device })
  const shown = await late.watch({ sessionId, role: 'participant' }).until(() => true, soonMs)
  expect(JSON.stringify(shown)).not.toContain(name)
  // The other way round: said by the server where nobody is.
  expect(await there.forgetPerson(ben.userId)).toEqual({ ok: true })
  await sees.until((state) => !JSON.stringify(state).includes('"Ben"'), soonMs)
})
