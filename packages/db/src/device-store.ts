import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Database } from './database.ts'
import { gathered, gatheredReads } from './gathered.ts'
import { isUniqueViolation } from './unique-violation.ts'
import { isUuid } from './uuid.ts'

export interface DeviceProof {
  /** UUID that the device chose for itself. */
  readonly deviceId: string
  /** SHA-256 of the secret that the device keeps: 32 bytes. */
  readonly secretHash: Uint8Array
  /** What it calls itself, such as "Firefox, Android". */
  readonly label?: string | null
  /** Epoch milliseconds. */
  readonly now: number
}

/** A device of somebody, as its owner sees it. Times in epoch ms. */
export interface DeviceRecord {
  readonly id: string
  readonly label: string | null
  readonly createdAt: number
  readonly lastSeenAt: number
}

export interface DeviceStore {
  /**
   * The user of this device. A new device becomes a new user, once, also when it signs in several times at once.
   * Null if the id is not a UUID, the device is known with another secret, or it was signed out. `beforeNew` is awaited
   * before a new one is written; what it throws is thrown.
   */
  signIn(device: DeviceProof, beforeNew?: () => Promise<void>): Promise<{ userId: string; created: boolean } | null>
  /** Whose device this is; null as above, `unknown` for one that nobody has seen. */
  recognise(device: DeviceProof): Promise<{ userId: string } | 'unknown' | null>
  /** Gives a device to somebody, a new or a known one. The caller has recognised it. */
  give(device: DeviceProof, userId: string): Promise<void>
  /** Those that are not signed out, the last used first. */
  list(userId: string): Promise<DeviceRecord[]>
  /** From now on the device's secret opens nothing. False if the user has no such device. */
  revoke(device: { deviceId: string; userId: string; now: number }): Promise<boolean>
  /** The same for all of a user's devices but one. */
  revokeOthers(device: { deviceId: string | null; userId: string; now: number }): Promise<void>
}

interface Known {
  readonly id: string
  readonly userId: string
  readonly secretHash: Uint8Array
  readonly isRevoked: boolean
}

/** Devices and the users they belong to. */
export function deviceStore({ prisma }: Database): DeviceStore {
  const table = prisma.device

  /** One question for all who come while another one is under way. */
  const find = gatheredReads(async (ids) => {
    const rows = await prisma.$queryRaw<Known[]>`/* prepared: devices */
      SELECT id, user_id AS "userId", secret_hash AS "secretHash", revoked_at IS NOT NULL AS "isRevoked"
      FROM devices WHERE id = ANY(${ids}::uuid[])`
    return new Map(rows.map((row) => [row.id, row]))
  })

  const recognise = async ({ deviceId, secretHash }: DeviceProof) => {
    if (!isUuid(deviceId)) return null
    const device = await find(deviceId.toLowerCase())
    if (device === null) return 'unknown' as const
    if (device.isRevoked || !isSame(device.secretHash, secretHash)) return null
    return { userId: device.userId }
  }

  const seen = async (device: DeviceProof) => {
    const known = await recognise(device)
    if (known === null || known === 'unknown') return known
    const data = { lastSeenAt: new Date(device.now), ...(device.label && { label: device.label }) }
    await table.update({ where: { id: device.deviceId }, data, select: { id: true } })
    return { ...known, created: false }
  }

  /** One statement for all who come while another one is under way: a hall signs in within seconds. */
  const write = gathered((newcomers: readonly (DeviceProof & { userId: string })[]) => {
    const rows = newcomers.map((newcomer) => ({ ...columns(newcomer), userId: newcomer.userId }))
    return prisma.$executeRaw`/* prepared: new_devices */
      WITH newcomer AS (
        SELECT * FROM unnest(
          ${rows.map(({ id }) => id)}::uuid[],
          ${rows.map(({ userId }) => userId)}::uuid[],
          ${rows.map(({ secretHash }) => Buffer.from(secretHash).toString('hex'))}::text[],
          ${rows.map(({ label }) => label)}::text[],
          ${newcomers.map(({ now }) => now)}::float8[]
        ) AS newcomer (id, user_id, secret_hash, label, at)
      ), moment AS (
        SELECT *, timestamp 'epoch' + at * interval '1 millisecond' AS now FROM newcomer
      ), person AS (
        INSERT INTO users (id, created_at) SELECT user_id, now FROM moment RETURNING id
      )
      INSERT INTO devices (id, user_id, secret_hash, label, created_at, last_seen_at)
      SELECT moment.id, person.id, decode(secret_hash, 'hex'), label, now, now
      FROM moment JOIN person ON person.id = moment.user_id`
  })

  const register = async (device: DeviceProof) => {
    const userId = randomUUID()
    await write({ ...device, userId })
    return { userId, created: true }
  }

  const signIn = async (device: DeviceProof, beforeNew?: () => Promise<void>) => {
    const known = await seen(device)
    if (known !== 'unknown') return known
    await beforeNew?.()
    try {
      return await register(device)
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
    // It registered itself over another connection in between.
    const twin = await seen(device)
    return twin === 'unknown' ? null : twin
  }

  return {
    signIn,
    recognise,
    give: async (device, userId) => {
      const { id, lastSeenAt, label } = columns(device)
      await table.upsert({
        where: { id },
        create: { ...columns(device), userId },
        update: { userId, lastSeenAt, label },
        select: { id: true },
      })
    },
    list: async (userId) => {
      const rows = await table.findMany({ where: { userId, revokedAt: null }, orderBy: { lastSeenAt: 'desc' } })
      return rows.map(({ id, label, createdAt, lastSeenAt }) => ({
        id,
        label,
        createdAt: createdAt.getTime(),
        lastSeenAt: lastSeenAt.getTime(),
      }))
    },
    revoke: async ({ deviceId, userId, now }) => {
      if (!isUuid(deviceId)) return false
      const where = { id: deviceId, userId, revokedAt: null }
      return (await table.updateMany({ where, data: { revokedAt: new Date(now) } })).count === 1
    },
    revokeOthers: async ({ deviceId, userId, now }) => {
      const others = deviceId === null ? {} : { id: { not: deviceId } }
      await table.updateMany({ where: { userId, revokedAt: null, ...others }, data: { revokedAt: new Date(now) } })
    },
  }
}

function columns({ deviceId, secretHash, label = null, now }: DeviceProof) {
  const at = new Date(now)
  return { id: deviceId, secretHash: new Uint8Array(secretHash), label, createdAt: at, lastSeenAt: at }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)
