import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deviceStore } from './device-store.ts'
import { type SignInStore, signInStore } from './sign-in-store.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

const day = 86_400_000

describe('sign-ins', () => {
  let database: TestDatabase
  let signIns: SignInStore
  const now = Date.now()
  const expiresAt = now + 30 * day
  beforeAll(async () => {
    database = await testDatabase()
    signIns = signInStore(database.db)
  })
  afterAll(async () => database[Symbol.asyncDispose]())

  const begun = async () => {
    const deviceId = randomUUID()
    const user = await deviceStore(database.db).signIn({ deviceId, secretHash: new Uint8Array(randomBytes(32)), now })
    const userId = user?.userId ?? ''
    return { userId, deviceId, ...(await signIns.begin({ userId, deviceId, method: 'device', now, expiresAt })) }
  }
  const renewed = (signInId: string, generation: number) =>
    signIns.renew({ signInId, generation }, { now: now + day, expiresAt: expiresAt + day })
  const changeOf = async (id: string) => (await signIns.changedSince(null)).changes.find((change) => change.id === id)
  const longAgo = (id: string) =>
    database.db.prisma.signIn.update({ where: { id }, data: { revokedAt: new Date(now - day) } })

  it('give one token after the other', async () => {
    const { signInId } = await begun()
    expect(await renewed(signInId, 1)).toEqual({ ok: true, generation: 2, expiresAt: expiresAt + day })
    expect(await renewed(signInId, 2)).toMatchObject({ ok: true, generation: 3 })
  })

  it('give tabs that renew at the same time the same token', async () => {
    const { signInId } = await begun()
    const tabs = await Promise.all([1, 2, 3, 4].map(() => renewed(signInId, 1)))
    expect(new Set(tabs.map((tab) => tab.ok && tab.generation))).toEqual(new Set([2]))
  })

  it('give the same token again while nobody knows whether it arrived, however late', async () => {
    const { signInId } = await begun()
    await renewed(signInId, 1)
    await longAgo(signInId)
    expect(await renewed(signInId, 1)).toMatchObject({ ok: true, generation: 2 })
    expect(await changeOf(signInId)).toMatchObject({ isOver: false, arrived: 0 })
  })

  it('take arrivals together, and of one that comes twice the newest token', async () => {
    const [ann, ben, carl] = await Promise.all([begun(), begun(), begun()])
    await Promise.all([renewed(ann.signInId, 1), renewed(ben.signInId, 1)])
    await signIns.end(carl.signInId, now)
    const arrivals = [ann, ben, carl].flatMap(({ signInId }) => [2, 1].map((generation) => ({ signInId, generation })))
    await Promise.all(arrivals.map((token) => signIns.arrive(token, now)))
    for (const { signInId } of [ann, ben]) expect(await changeOf(signInId)).toMatchObject({ isOver: false, arrived: 2 })
    expect(await changeOf(carl.signInId)).toMatchObject({ isOver: true, arrived: 0 })
  })

  it('end when an old token comes back after the new one arrived: one of the two was stolen', async () => {
    const { signInId } = await begun()
    await renewed(signInId, 1)
    await signIns.arrive({ signInId, generation: 2 }, now)
    expect(await changeOf(signInId)).toMatchObject({ isOver: false, arrived: 2 })
    expect(await renewed(signInId, 1)).toMatchObject({ ok: true, generation: 2 })
    await longAgo(signInId)
    expect(await renewed(signInId, 1)).toEqual({ ok: false, reason: 'reused' })
    expect(await changeOf(signInId)).toMatchObject({ isOver: true })
    expect(await renewed(signInId, 2)).toEqual({ ok: false, reason: 'over' })
  })

  it('end at once when a token of long before comes back', async () => {
    const { signInId } = await begun()
    for (const generation of [1, 2, 3]) await renewed(signInId, generation)
    expect(await renewed(signInId, 1)).toEqual({ ok: false, reason: 'reused' })
  })

  it('refuse a number that was never issued, and a sign-in that never was', async () => {
    const { signInId } = await begun()
    expect(await renewed(signInId, 7)).toEqual({ ok: false, reason: 'over' })
    expect(await renewed(randomUUID(), 1)).toEqual({ ok: false, reason: 'over' })
    expect(await renewed(signInId, 1)).toMatchObject({ ok: true })
  })

  it('end one by one, by device, and all but one', async () => {
    const mine = await begun()
    const { userId, deviceId } = mine
    const again = await signIns.begin({ userId, deviceId, method: 'device', now, expiresAt })
    const other = await begun()
    const isOver = async (id: string) => (await changeOf(id))?.isOver ?? false
    await signIns.endAll({ userId, exceptSignInId: again.signInId }, now)
    expect([await isOver(mine.signInId), await isOver(again.signInId), await isOver(other.signInId)]).toEqual([
      true,
      false,
      false,
    ])
    await signIns.endAll({ userId, deviceId: randomUUID() }, now)
    expect(await isOver(again.signInId)).toBe(false)
    await signIns.endAll({ userId, deviceId }, now)
    expect(await isOver(again.signInId)).toBe(true)
    await signIns.end(other.signInId, now)
    expect(await renewed(other.signInId, 1)).toEqual({ ok: false, reason: 'over' })
  })

  it('tell what changed since a moment, and nothing that has expired', async () => {
    // Times are kept to the millisecond: what is before and after has to be some apart.
    const apart = () => new Promise((resolve) => setTimeout(resolve, 5))
    await apart()
    const before = await signIns.changedSince(null)
    const { signInId } = await begun()
    await signIns.end(signInId, now)
    await apart()
    const after = await signIns.changedSince(before.asOf)
    expect(after.changes.map(({ id }) => id)).toEqual([signInId])
    expect(after.asOf.getTime()).toBeGreaterThan(before.asOf.getTime())
    expect((await signIns.changedSince(after.asOf)).changes).toEqual([])
    await database.db.prisma.signIn.update({ where: { id: signInId }, data: { expiresAt: new Date(now - day) } })
    expect(await changeOf(signInId)).toBeUndefined()
  })
})
