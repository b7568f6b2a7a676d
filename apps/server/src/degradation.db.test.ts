import { expect, test } from 'vitest'
import { openWorld, vote } from './testing/world.ts'

/** Longer than it takes until the console says so. */
const outageMs = 8_000

test('while the database is away nothing is lost, pictures stay, the console says so, and all goes on by itself', async () => {
  await using world = await openWorld()
  const { sessionId, code, command, host, screenKey } = await world.hosted()
  const ann = await world.person()
  await ann.join(code, 'Ann')
  const screen = (await world.person()).watch({ sessionId, role: 'screen', screenKey })
  await command({ type: 'start' })
  await screen.until(({ shared }) => shared.step?.nodeId === 'mood', 5_000)
  const seen: unknown[] = []
  screen.changed(() => void seen.push(screen.state?.shared.step?.nodeId ?? screen.rejection?.code ?? null))

  await world.wire.cut()
  const kept = ann.send(sessionId, vote(1), { withinMs: 60_000 })
  const troubles = () => host.trpc.sessions.trouble.query()
  await expect.poll(troubles, { timeout: outageMs * 2, interval: 200 }).toEqual(['database'])
  expect(await (await fetch(`${world.server.url}/readyz`)).json()).toMatchObject({
    trouble: 'the database does not answer',
  })
  expect(await ann.send(sessionId, vote(0), { withinMs: 500 })).toMatchObject({ rejection: { code: 'unavailable' } })
  expect(screen.state?.shared.step?.nodeId).toBe('mood')

  await world.wire.mend()
  expect(await kept).toMatchObject({ ok: true })
  await expect.poll(troubles, { timeout: outageMs * 2, interval: 200 }).toEqual([])
  await command({ type: 'next', from: 'mood' })
  await screen.until(({ shared }) => shared.step?.nodeId === 'sum', 5_000)
  expect(new Set(seen)).toEqual(new Set(['mood', 'sum']))
  const report = await host.trpc.sessions.report.query({ sessionId })
  expect(report.steps[0]).toMatchObject({ nodeId: 'mood', done: 1 })
}, 90_000)

test('a clock that nobody rings is rung by the server, late but not lost', async () => {
  await using world = await openWorld()
  const file = {
    format: 'humuus/1',
    title: 'A clock',
    nodes: [
      { id: 'short', type: 'poll', data: { text: '?', answerSeconds: 1, options: [{ text: 'a' }, { text: 'b' }] } },
      { id: 'end', type: 'end', data: {} },
    ],
  }
  // There is no worker in this world.
  const { sessionId, command, host } = await world.hosted(file)
  await command({ type: 'start' })
  const view = host.watch({ sessionId, role: 'host' })
  await view.until(({ shared }) => shared.step?.phase === 'closed', 20_000)
  expect(await host.trpc.sessions.trouble.query()).toEqual(['clocks'])
}, 60_000)

test('a full disk refuses what is new in words, and keeps what runs', async () => {
  await using world = await openWorld()
  const { sessionId, code, command, host } = await world.hosted()
  const ann = await world.person()
  await ann.join(code, 'Ann')
  await command({ type: 'start' })
  const { prisma } = world.database.db
  await prisma.$executeRaw`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`
  for (const table of ['participant_actions', 'workshops', 'workshop_sessions']) {
    await prisma.$executeRawUnsafe(
      `CREATE TRIGGER full_disk BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION no_room()`,
    )
  }
  const [workshop] = await host.trpc.workshops.list.query()
  const refused = await host.trpc.sessions.create.mutate({ workshopId: workshop?.id ?? '' }).catch((error) => error)
  expect(refused.data.rejection).toEqual({ code: 'storage_full' })
  const kept = ann.send(sessionId, vote(1), { withinMs: 60_000 })
  expect(
    await ann.trpc.sessions.command.mutate({ sessionId, commandId: crypto.randomUUID(), command: vote(0) }),
  ).toEqual({ ok: false, rejection: { code: 'storage_full' } })
  for (const table of ['participant_actions', 'workshops', 'workshop_sessions'])
    await prisma.$executeRawUnsafe(`DROP TRIGGER full_disk ON ${table}`)
  expect(await kept).toMatchObject({ ok: true })
}, 60_000)
