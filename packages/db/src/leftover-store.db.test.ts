import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { accountStore } from './account-store.ts'
import { deviceStore } from './device-store.ts'
import { identityStore } from './identity-store.ts'
import { type LeftoverStore, leftoverStore } from './leftover-store.ts'
import { mailStore } from './mail-store.ts'
import { oneTimeKeyStore } from './one-time-key-store.ts'
import { postgresEventLog } from './postgres-event-log.ts'
import { sessionStore } from './session-store.ts'
import { signInStore } from './sign-in-store.ts'
import { aPlan, aSession } from './testing/sample-session.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'
import { workshopStore } from './workshop-store.ts'

const day = 86_400_000
const now = Date.now()
const longAgo = now - 400 * day
const yearAgo = now - 365 * day
const limit = 100

describe('what is left', () => {
  let database: TestDatabase
  let leftovers: LeftoverStore
  beforeEach(async () => {
    database = await testDatabase()
    leftovers = leftoverStore(database.db)
    return () => database[Symbol.asyncDispose]()
  })

  /** Somebody with a device, as of `at`. */
  const person = async (at: number) => {
    const deviceId = randomUUID()
    const device = { deviceId, secretHash: new Uint8Array(randomBytes(32)) }
    const signedIn = await deviceStore(database.db).signIn({ ...device, now: at })
    return { id: signedIn?.userId ?? '', deviceId, device }
  }
  const signIn = (who: { id: string; deviceId: string }, at: number) =>
    signInStore(database.db).begin({
      ...{ userId: who.id, deviceId: who.deviceId, method: 'device' as const },
      ...{ now: at, expiresAt: at + 30 * day },
    })
  const unused = () => leftovers.unusedDevicePeople({ before: yearAgo, now, limit })

  describe('of sessions', () => {
    const made = async (at: number, rows: readonly string[], status: string) => {
      const { id } = await sessionStore(database.db).create(aSession({ now: at }))
      const actions = rows.map((actionType, index) => ({
        ...{ version: index + 1, commandId: null, userId: 'ann', nodeId: '', actionType, actionData: {}, at },
      }))
      const progress = { status, startedAt: null, completedAt: null }
      if (rows.length > 0) await postgresEventLog(database.db).append(id, 0, actions, progress)
      return id
    }

    it('are those that nobody joined before they began, the oldest first', async () => {
      const old = now - 3 * day
      const created = await made(old, [], 'created')
      const lobby = await made(old - 1, ['lobby_opened', 'presence_changed'], 'lobby')
      await made(old, ['lobby_opened', 'joined', 'left'], 'lobby')
      await made(old, ['started'], 'active')
      await made(old, ['ended'], 'ended')
      await made(now - day, ['lobby_opened'], 'lobby')
      const before = now - 2 * day
      expect(await leftovers.emptyLobbies({ before, limit })).toEqual([lobby, created])
      expect(await leftovers.emptyLobbies({ before, limit: 1 })).toEqual([lobby])
    })

    it('are found in the index over open sessions', async () => {
      const plan = await database.db.prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL enable_seqscan = off`
        return tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
          EXPLAIN SELECT id FROM workshop_sessions
          WHERE status IN ('created', 'lobby') AND status <> 'completed' AND status <> 'ended' AND created_at < now()`
      })
      expect(JSON.stringify(plan)).toContain('open_join_code')
    })
  })

  describe('of people', () => {
    it('are those who were a device alone and were not here for a year', async () => {
      const [gone, ended] = [await person(longAgo), await person(longAgo + 1)]
      await signIn(gone, longAgo)
      const { signInId } = await signIn(ended, longAgo)
      await signInStore(database.db).end(signInId, longAgo + 1)
      await person(now - 364 * day)
      expect(await unused()).toEqual([gone.id, ended.id])
      expect(await leftovers.unusedDevicePeople({ before: yearAgo, now, limit: 1 })).toEqual([gone.id])
    })

    it('are not those who are more than a device, or did something that is theirs', async () => {
      const { db } = database
      const accounts = accountStore(db)
      const kept = await Promise.all(Array.from({ length: 7 }, () => person(longAgo)))
      const [mailed, provided, admin, author, host, joined, removed] = kept.map(({ id }) => id)
      await accounts.setEmail(mailed ?? '', 'ann@example.org', null)
      await identityStore(db).add({ issuer: 'https://id.example', subject: '1' }, provided ?? '')
      await accounts.setRole(admin ?? '', 'admin')
      await workshopStore(db).create({ ownerId: author ?? '', title: 'Mine', plan: aPlan })
      await sessionStore(db).create(aSession({ facilitatorId: host ?? '', now: longAgo }))
      await accounts.join(joined ?? '', mailed ?? '')
      await accounts.remove(removed ?? '', longAgo)
      expect(await unused()).toEqual([])
    })

    it('are not those who were here since: with any device, with a token, or with one that is still good', async () => {
      const [again, renewed, quiet] = [await person(longAgo), await person(longAgo), await person(longAgo)]
      await deviceStore(database.db).signIn({ ...again.device, deviceId: again.deviceId, now: yearAgo + 1 })
      const { signInId } = await signIn(renewed, longAgo)
      await signInStore(database.db).renew({ signInId, generation: 1 }, { now: yearAgo + 1, expiresAt: yearAgo + day })
      await signInStore(database.db).begin({
        ...{ userId: quiet.id, deviceId: quiet.deviceId, method: 'device', now: longAgo, expiresAt: now + day },
      })
      expect(await unused()).toEqual([])
    })

    it('are not those whose last sign-in was recent, also when it is forgotten itself', async () => {
      const renewed = await person(longAgo)
      const { signInId } = await signIn(renewed, longAgo)
      await signInStore(database.db).renew({ signInId, generation: 1 }, { now: yearAgo + 1, expiresAt: yearAgo + day })
      expect(await leftovers.removeSignIns({ before: now, limit })).toBe(1)
      expect(await unused()).toEqual([])
      expect(await leftovers.unusedDevicePeople({ before: yearAgo + 2, now, limit })).toEqual([renewed.id])
    })
  })

  it('of sign-ins goes once the last token has expired long enough ago, a batch at a time', async () => {
    const ann = await person(longAgo)
    for (const at of [longAgo, longAgo + 1, longAgo + 2]) await signIn(ann, at)
    const { signInId } = await signIn(ann, now)
    expect(await leftovers.removeSignIns({ before: now - 30 * day, limit: 2 })).toBe(2)
    expect(await leftovers.removeSignIns({ before: now - 30 * day, limit: 2 })).toBe(1)
    expect(await leftovers.removeSignIns({ before: now - 30 * day, limit: 2 })).toBe(0)
    expect(await database.db.prisma.signIn.findMany({ select: { id: true } })).toEqual([{ id: signInId }])
  })

  it('of keys goes once they are used or expired, and those that are good stay', async () => {
    const keys = oneTimeKeyStore(database.db)
    const key = (at: number, lifeMs: number) =>
      keys.make({ purpose: 'test', userId: null, details: {}, now: at, lifeMs })
    const used = await key(longAgo, 1_000 * day)
    await keys.use(used, 'test', now - 2 * day)
    await key(longAgo, day)
    const justUsed = await key(longAgo, 1_000 * day)
    await keys.use(justUsed, 'test', now)
    const good = await key(longAgo, 1_000 * day)
    expect(await leftovers.removeKeys({ before: now - day, limit })).toBe(2)
    expect(await leftovers.removeKeys({ before: now - day, limit })).toBe(0)
    expect(await keys.look(good, 'test', now)).not.toBeNull()
    expect(await database.db.prisma.oneTimeKey.count()).toBe(2)
  })

  it('of mails goes once it was sent long enough ago; what was not sent stays', async () => {
    const mails = mailStore(database.db)
    const mail = (kept: boolean) =>
      mails.add({ recipient: 'ann@example.org', subject: 'S', text: 'T', html: 'T', kept, now: longAgo })
    const [old, late, failed] = [await mail(false), await mail(false), await mail(false)]
    const rest = [late, failed, await mail(false), await mail(true)]
    await mails.sent(old, longAgo)
    await mails.sent(late, now)
    await mails.failedAttempt(failed, '550', { isLast: true })
    expect(await leftovers.removeSentMails({ before: now - 30 * day, limit })).toBe(1)
    expect(await leftovers.removeSentMails({ before: now - 30 * day, limit })).toBe(0)
    expect((await mails.list({ limit })).map(({ id }) => id).sort()).toEqual([...rest].sort())
  })

  it('of counted tries goes once they do not count any more', async () => {
    const { rateLimit } = database.db.prisma
    await rateLimit.createMany({
      data: [
        { key: 'old', points: 3, expire: BigInt(now - 1) },
        { key: 'counting', points: 3, expire: BigInt(now + 1_000) },
        { key: 'for ever', points: 3, expire: null },
      ],
    })
    expect(await leftovers.removeLimits({ before: now, limit })).toBe(1)
    expect((await rateLimit.findMany()).map(({ key }) => key).sort()).toEqual(['counting', 'for ever'])
  })

  it('is removed once, whoever does it at the same time', async () => {
    const ann = await person(longAgo)
    await Promise.all(Array.from({ length: 40 }, (_, n) => signIn(ann, longAgo + n)))
    const remove = () => leftovers.removeSignIns({ before: now, limit: 30 })
    const counts = [...(await Promise.all([remove(), remove(), remove()])), await remove()]
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40)
  })
})
