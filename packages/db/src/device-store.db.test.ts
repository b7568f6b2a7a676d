import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeviceStore, deviceStore } from './device-store.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

const aHash = () => new Uint8Array(createHash('sha256').update(randomBytes(32)).digest())
const now = 1_795_000_000_000

describe('signing a device in', () => {
  let database: TestDatabase
  let devices: DeviceStore
  beforeAll(async () => {
    database = await testDatabase()
    devices = deviceStore(database.db)
  })
  afterAll(async () => database[Symbol.asyncDispose]())

  it('makes a user for a new device and knows it again by its secret', async () => {
    const device = { deviceId: randomUUID(), secretHash: aHash() }
    const first = await devices.signIn({ ...device, now })
    expect(first).toEqual({ userId: expect.any(String), created: true })
    expect(await devices.signIn({ ...device, now: now + 5_000 })).toEqual({ userId: first?.userId, created: false })

    const row = await database.db.prisma.device.findUniqueOrThrow({ where: { id: device.deviceId } })
    expect([row.createdAt.getTime(), row.lastSeenAt.getTime()]).toEqual([now, now + 5_000])
  })

  it('refuses a known device with another secret, and one of another length', async () => {
    const deviceId = randomUUID()
    const secretHash = aHash()
    await devices.signIn({ deviceId, secretHash, now })
    expect(await devices.signIn({ deviceId, secretHash: aHash(), now })).toBeNull()
    expect(await devices.signIn({ deviceId, secretHash: secretHash.subarray(0, 31), now })).toBeNull()
    expect(await devices.signIn({ deviceId, secretHash: new Uint8Array(), now })).toBeNull()
  })

  it('does not count a refused attempt as having been seen', async () => {
    const deviceId = randomUUID()
    await devices.signIn({ deviceId, secretHash: aHash(), now })
    await devices.signIn({ deviceId, secretHash: aHash(), now: now + 60_000 })
    const row = await database.db.prisma.device.findUniqueOrThrow({ where: { id: deviceId } })
    expect(row.lastSeenAt.getTime()).toBe(now)
  })

  it('refuses an id that is not a UUID', async () => {
    expect(await devices.signIn({ deviceId: "'; DROP TABLE users", secretHash: aHash(), now })).toBeNull()
  })

  it('makes one user when a new device signs in ten times at once', async () => {
    const device = { deviceId: randomUUID(), secretHash: aHash(), now }
    const before = await database.db.prisma.user.count()
    const results = await Promise.all(Array.from({ length: 10 }, () => devices.signIn(device)))
    expect(new Set(results.map((result) => result?.userId)).size).toBe(1)
    expect(results.filter((result) => result?.created)).toHaveLength(1)
    expect(await database.db.prisma.user.count()).toBe(before + 1)
  })

  it('lets the first secret win when two devices claim the same new id at once', async () => {
    const deviceId = randomUUID()
    const claims = Array.from({ length: 6 }, () => ({ deviceId, secretHash: aHash(), now }))
    const results = await Promise.all(claims.map((claim) => devices.signIn(claim)))
    expect(results.filter((result) => result !== null)).toEqual([{ userId: expect.any(String), created: true }])
  })
})

describe('devices of somebody', () => {
  let database: TestDatabase
  let devices: DeviceStore
  beforeAll(async () => {
    database = await testDatabase()
    devices = deviceStore(database.db)
  })
  afterAll(async () => database[Symbol.asyncDispose]())
  const aDevice = (label?: string) => ({ deviceId: randomUUID(), secretHash: aHash(), now, ...(label && { label }) })

  it('are listed, the last used first, and signed out one by one or all but one', async () => {
    const phone = aDevice('Firefox, Android')
    const { userId = '' } = (await devices.signIn(phone)) ?? {}
    const laptop = { ...aDevice('Chrome, Linux'), now: now + 1 }
    await devices.give(laptop, userId)
    expect((await devices.list(userId)).map(({ label }) => label)).toEqual(['Chrome, Linux', 'Firefox, Android'])

    await devices.revokeOthers({ deviceId: phone.deviceId, userId, now })
    expect((await devices.list(userId)).map(({ id }) => id)).toEqual([phone.deviceId])
    expect(await devices.signIn(laptop)).toBeNull()
    expect(await devices.revoke({ deviceId: phone.deviceId, userId: randomUUID(), now })).toBe(false)
    expect(await devices.revoke({ deviceId: phone.deviceId, userId, now })).toBe(true)
    expect(await devices.signIn(phone)).toBeNull()
  })

  it('go from one person to another', async () => {
    const device = aDevice()
    await devices.signIn(device)
    const { userId = '' } = (await devices.signIn(aDevice())) ?? {}
    await devices.give(device, userId)
    expect(await devices.recognise(device)).toEqual({ userId })
    expect(await devices.recognise(aDevice())).toBe('unknown')
    expect(await devices.recognise({ ...device, secretHash: aHash() })).toBeNull()
  })
})
