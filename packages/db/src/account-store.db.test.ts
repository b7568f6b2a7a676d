import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccountStore, accountStore } from './account-store.ts'
import { deviceStore } from './device-store.ts'
import { identityStore } from './identity-store.ts'
import { personData } from './person-data.ts'
import { postgresEventLog } from './postgres-event-log.ts'
import { sessionStore } from './session-store.ts'
import { aSession } from './testing/sample-session.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'
import { workshopStore } from './workshop-store.ts'

const now = 1_795_000_000_000

describe('accounts', () => {
  let database: TestDatabase
  let accounts: AccountStore
  beforeAll(async () => {
    database = await testDatabase()
    accounts = accountStore(database.db)
  })
  afterAll(async () => database[Symbol.asyncDispose]())

  const somebody = async () => {
    const device = { deviceId: randomUUID(), secretHash: new Uint8Array(randomBytes(32)), now }
    const user = await deviceStore(database.db).signIn(device)
    return { id: user?.userId ?? '', device }
  }

  it('begin with a device and get an address, which only one of them has', async () => {
    const [ann, bob] = [await somebody(), await somebody()]
    expect(await accounts.get(ann.id)).toMatchObject({ email: null, role: 'member', removedAt: null })
    expect(await accounts.setEmail(ann.id, 'ann@example.org', now)).toBe(true)
    expect(await accounts.setEmail(bob.id, 'ann@example.org', null)).toBe(false)
    expect(await accounts.byEmail('ann@example.org')).toMatchObject({ id: ann.id, emailConfirmedAt: now })
    expect(await accounts.byEmail('bob@example.org')).toBeNull()
  })

  it('change what they are told to, and leave the rest', async () => {
    const { id } = await somebody()
    await accounts.update(id, { name: 'Ann', avatar: 'seed', language: 'de' })
    await accounts.update(id, { avatar: null })
    await accounts.setPassword(id, 'hash')
    expect(await accounts.get(id)).toMatchObject({ name: 'Ann', avatar: null, language: 'de', passwordHash: 'hash' })
  })

  it('are joined with all they had, and know under which ids they acted before', async () => {
    const [phone, tablet, account] = [await somebody(), await somebody(), await somebody()]
    await accounts.setEmail(account.id, 'joined@example.org', now)
    const plan = { format: 'humuus/1', title: 'Mine', nodes: [] } as never
    await workshopStore(database.db).create({ ownerId: phone.id, title: 'Mine', plan })
    expect(await accounts.history(phone.id)).toEqual({ workshops: 1, sessions: 0 })

    expect(await accounts.join(tablet.id, phone.id)).toBe(true)
    expect(await accounts.join(phone.id, account.id)).toBe(true)
    expect(new Set(await accounts.formerIds(account.id))).toEqual(new Set([phone.id, tablet.id]))
    expect(await accounts.history(account.id)).toEqual({ workshops: 1, sessions: 0 })
    for (const { device } of [phone, tablet]) {
      expect(await deviceStore(database.db).signIn(device)).toMatchObject({ userId: account.id, created: false })
    }
  })

  it('that have an address, are gone, are joined already or are the same are not joined', async () => {
    const [ann, bob, gone] = [await somebody(), await somebody(), await somebody()]
    await accounts.setEmail(ann.id, 'separate@example.org', now)
    await accounts.remove(gone.id, now)
    expect(await accounts.join(ann.id, bob.id)).toBe(false)
    expect(await accounts.join(gone.id, bob.id)).toBe(false)
    expect(await accounts.join(bob.id, bob.id)).toBe(false)
    expect(await accounts.join(bob.id, ann.id)).toBe(true)
    expect(await accounts.join(bob.id, ann.id)).toBe(false)
  })

  it('count the sessions they took part in or ran, and give out what was done there', async () => {
    const { id } = await somebody()
    const session = await sessionStore(database.db).create(aSession())
    const log = postgresEventLog(database.db)
    const action = (version: number, actionType: string, userId = id) => ({
      version,
      commandId: randomUUID(),
      userId,
      nodeId: 'mood',
      actionType,
      actionData: { name: 'Ann' },
      at: now,
    })
    const actions = [action(1, 'joined'), action(2, 'noted'), action(3, 'joined', randomUUID())]
    await log.append(session.id, 0, actions, { status: 'lobby', startedAt: null, completedAt: null })
    expect(await accounts.history(id)).toEqual({ workshops: 0, sessions: 1 })
    expect(await accounts.history(session.facilitatorId)).toEqual({ workshops: 0, sessions: 1 })

    const data = await personData(database.db, [id])
    expect(data.sessions).toMatchObject([{ id: session.id, isFacilitator: false }])
    expect(data.actions.map(({ version, type }) => [version, type])).toEqual([
      [1, 'joined'],
      [2, 'noted'],
    ])
    expect((await personData(database.db, [randomUUID()])).sessions).toEqual([])
  })

  it('that are removed leave a number and nothing else', async () => {
    const { id, device } = await somebody()
    await accounts.setEmail(id, 'gone@example.org', now)
    await accounts.update(id, { name: 'Ann', avatar: 'seed', language: 'de' })
    await accounts.setRole(id, 'admin')
    await identityStore(database.db).add({ issuer: 'https://id.example', subject: '7' }, id)
    await accounts.remove(id, now)
    const { createdAt, ...row } = await database.db.prisma.user.findUniqueOrThrow({ where: { id } })
    expect(row).toEqual({
      id,
      displayName: null,
      email: null,
      emailConfirmedAt: null,
      passwordHash: null,
      role: 'member',
      avatar: null,
      language: null,
      mergedIntoId: null,
      removedAt: new Date(now),
    })
    expect(createdAt).toBeInstanceOf(Date)
    expect(await deviceStore(database.db).signIn(device)).toBeNull()
    expect(await identityStore(database.db).find({ issuer: 'https://id.example', subject: '7' })).toBeNull()
    expect(await accounts.setEmail(id, 'again@example.org', now)).toBe(false)
  })

  it('are found by name and address when they have one, a provider or a role', async () => {
    const [ann, host, provided, nobody] = [await somebody(), await somebody(), await somebody(), await somebody()]
    await accounts.setEmail(ann.id, 'findme@example.org', now)
    await accounts.update(ann.id, { name: 'Annabel' })
    await accounts.setRole(host.id, 'host')
    await identityStore(database.db).add({ issuer: 'https://id.example', subject: '7' }, provided.id)
    const ids = async (text: string) => (await accounts.search(text, 100)).map(({ id }) => id)
    expect(await ids('FINDME')).toEqual([ann.id])
    expect(await ids('nabel')).toEqual([ann.id])
    expect(await ids('%')).toEqual([])
    expect(await ids('')).toEqual(expect.arrayContaining([ann.id, host.id, provided.id]))
    expect(await ids('')).not.toContain(nobody.id)
  })

  it('that look after the installation are listed', async () => {
    const [ann, gone] = [await somebody(), await somebody()]
    for (const { id } of [ann, gone]) await accounts.setRole(id, 'admin')
    await accounts.remove(gone.id, now)
    expect((await accounts.admins()).map(({ id }) => id)).toEqual([ann.id])
  })

  it('of a provider belong to one person', async () => {
    const [ann, bob] = [await somebody(), await somebody()]
    const identity = { issuer: 'https://id.example', subject: '8' }
    const identities = identityStore(database.db)
    expect(await identities.add(identity, ann.id)).toBe(true)
    expect(await identities.add(identity, bob.id)).toBe(false)
    expect(await identities.find(identity)).toEqual({ userId: ann.id })
    expect(await identities.list(ann.id)).toEqual([identity])
  })
})
