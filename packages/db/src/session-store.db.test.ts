import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresEventLog } from './postgres-event-log.ts'
import { type SessionRecord, sessionStore } from './session-store.ts'
import { aPlan, aSession } from './testing/sample-session.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

const now = 1_795_000_000_000
const hours = 60 * 60 * 1000

describe('sessions', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(async () => database[Symbol.asyncDispose]())

  const store = (...codes: string[]) =>
    codes.length === 0 ? sessionStore(database.db) : sessionStore(database.db, () => codes.shift() ?? 'no code left')

  const finish = (session: SessionRecord, status: string, completedAt: number | null) =>
    postgresEventLog(database.db).append(session.id, session.version, [], { status, startedAt: now, completedAt })

  it('are made with a code, a key for the screen and a copy of the plan', async () => {
    const wish = aSession({ now })
    const session = await store().create(wish)
    expect(session).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      workshopId: wish.workshopId,
      facilitatorId: wish.facilitatorId,
      status: 'created',
      joinCode: expect.stringMatching(/^\d{6}$/),
      screenKey: expect.stringMatching(/^[\w-]{32}$/),
      version: 0,
      plan: aPlan,
      settings: aPlan.settings,
      createdAt: now,
      startedAt: null,
      completedAt: null,
    })
    expect(await store().get(session.id)).toEqual(session)
    expect(await store().byCode(session.joinCode, now)).toEqual(session)
  })

  it('each have a key for their screen and a match of their own', async () => {
    const sessions = await Promise.all(Array.from({ length: 20 }, () => store().create(aSession({ now }))))
    expect(new Set(sessions.map(({ screenKey }) => screenKey)).size).toBe(20)
    expect(new Set(sessions.map(({ joinCode }) => joinCode)).size).toBe(20)
  })

  it('never share a code while they are open', async () => {
    await store('100001').create(aSession({ now }))
    const second = await store('100001', '100001', '100002').create(aSession({ now: now + 1_000 * hours }))
    expect(second.joinCode).toBe('100002')
  })

  it('never share a code either when they are made at the same moment', async () => {
    const codes = Array.from({ length: 12 }, (_, index) => String(200_000 + index))
    const sessions = await Promise.all(codes.map(() => store(...codes).create(aSession({ now }))))
    expect(sessions.map(({ joinCode }) => joinCode).sort()).toEqual(codes)
  })

  it.each(['completed', 'ended'])('let the code of one that is %s rest for 48 hours', async (status) => {
    const [code, spare] = status === 'ended' ? ['300001', '300002'] : ['300003', '300004']
    const old = await store(code).create(aSession({ now }))
    await finish(old, status, now + 5 * hours)
    const tooEarly = await store(code, spare).create(aSession({ now: now + 52.9 * hours }))
    expect(tooEarly.joinCode).toBe(spare)
    const later = await store(code, spare).create(aSession({ now: now + 53.1 * hours }))
    expect(later.joinCode).toBe(code)
  })

  it('are not made when no code is free', async () => {
    await store('400001').create(aSession({ now }))
    const onlyTaken = sessionStore(database.db, () => '400001')
    await expect(onlyTaken.create(aSession({ now }))).rejects.toThrow('no free join code')
  })

  it('are found by code for a day after they are over, so that late-comers are told', async () => {
    const session = await store('500001').create(aSession({ now }))
    await finish(session, 'completed', now + 2 * hours)
    expect(await store().byCode('500001', now + 25.9 * hours)).toMatchObject({ id: session.id, status: 'completed' })
    expect(await store().byCode('500001', now + 26.1 * hours)).toBeNull()
  })

  it('that are open come before those that are over under the same code', async () => {
    const old = await store('600001').create(aSession({ now }))
    await finish(old, 'ended', now + 1)
    const open = await store('600001').create(aSession({ now: now + 50 * hours }))
    expect((await store().byCode('600001', now + 51 * hours))?.id).toBe(open.id)
    await finish(open, 'ended', now + 52 * hours)
    expect((await store().byCode('600001', now + 53 * hours))?.id).toBe(open.id)
  })

  it.each(['700001', '70000', '7000011', 'abcdef', '70000١', '', '70000\0'])(
    'are not found by the code %j, which is none',
    async (code) => {
      expect(await store().byCode(code, now)).toBeNull()
    },
  )

  it('of a facilitator come newest first and nobody else’s among them', async () => {
    const facilitatorId = randomUUID()
    const older = await store().create(aSession({ facilitatorId, now }))
    const newer = await store().create(aSession({ facilitatorId, now: now + 1 }))
    await store().create(aSession({ now }))
    expect(await store().listByFacilitator(facilitatorId)).toEqual([newer, older])
  })

  it('show where their log stands', async () => {
    const session = await store().create(aSession({ now }))
    const action = {
      version: 1,
      commandId: null,
      userId: 'system',
      nodeId: '',
      actionType: 'opened',
      actionData: {},
      at: now,
    }
    const progress = { status: 'lobby', startedAt: now + 7, completedAt: null }
    await postgresEventLog(database.db).append(session.id, 0, [action], progress)
    expect(await store().get(session.id)).toEqual({ ...session, ...progress, version: 1 })
  })

  it.each([randomUUID(), 'not-a-uuid'])('are unknown under the id %s, which nobody has', async (id) => {
    expect(await store().get(id)).toBeNull()
  })
})
