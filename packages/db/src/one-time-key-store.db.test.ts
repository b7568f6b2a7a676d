import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OneTimeKeyStore, oneTimeKeyStore } from './one-time-key-store.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

const now = 1_795_000_000_000
const lifeMs = 60_000

describe('a key in a link', () => {
  let database: TestDatabase
  let keys: OneTimeKeyStore
  beforeAll(async () => {
    database = await testDatabase()
    keys = oneTimeKeyStore(database.db)
  })
  afterAll(async () => database[Symbol.asyncDispose]())
  const made = (purpose = 'confirm_email', userId: string | null = null) =>
    keys.make({ purpose, userId, details: { email: 'ann@example.org' }, now, lifeMs })

  it('opens what it is for, once, also when two come at once', async () => {
    const key = await made()
    expect(key).toMatch(/^[\w-]{43}$/)
    expect(await keys.look(key, 'confirm_email', now)).toEqual({ userId: null, details: { email: 'ann@example.org' } })
    const both = await Promise.all([keys.use(key, 'confirm_email', now), keys.use(key, 'confirm_email', now)])
    expect(both.filter((opened) => opened !== null)).toHaveLength(1)
    expect(await keys.look(key, 'confirm_email', now)).toBeNull()
  })

  it('opens nothing else, nothing when it is too old, and nothing that nobody made', async () => {
    const key = await made()
    expect(await keys.use(key, 'reset_password', now)).toBeNull()
    expect(await keys.use(key, 'confirm_email', now + lifeMs)).toBeNull()
    expect(await keys.use(`${key}x`, 'confirm_email', now)).toBeNull()
    expect(await keys.use(key, 'confirm_email', now + lifeMs - 1)).not.toBeNull()
  })

  it('is nowhere in the database', async () => {
    const key = await made()
    const rows = await database.db.prisma.$queryRaw`SELECT encode(key_hash, 'escape') AS hash, * FROM one_time_keys`
    expect(JSON.stringify(rows)).not.toContain(key)
  })

  it('of a user is the newest, until it is used, too old or discarded', async () => {
    const { id } = await database.db.prisma.user.create({ data: {} })
    const key = await made('confirm_email', id)
    expect(await keys.newest(id, 'confirm_email', now)).toMatchObject({ userId: id })
    expect(await keys.newest(id, 'confirm_email', now + lifeMs)).toBeNull()
    await keys.discard(id, 'confirm_email')
    expect(await keys.newest(id, 'confirm_email', now)).toBeNull()
    expect(await keys.use(key, 'confirm_email', now)).toBeNull()
  })

  it('is listed by purpose while it is good', async () => {
    await made('invitation')
    expect(await keys.open('invitation', now)).toEqual([
      { userId: null, details: { email: 'ann@example.org' }, createdAt: now, expiresAt: now + lifeMs },
    ])
    expect(await keys.open('invitation', now + lifeMs)).toEqual([])
  })

  it('is forgotten a day after it became worthless', async () => {
    const day = 86_400_000
    const count = () => database.db.prisma.oneTimeKey.count({ where: { purpose: 'old' } })
    await made('old')
    await keys.forgetOld(now + lifeMs + day)
    expect(await count()).toBe(1)
    await keys.forgetOld(now + lifeMs + day + 1)
    expect(await count()).toBe(0)
  })
})
