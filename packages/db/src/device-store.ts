import { timingSafeEqual } from 'node:crypto'
import type { Database } from './database.ts'
import { isUniqueViolation } from './unique-violation.ts'
import { isUuid } from './uuid.ts'

export interface DeviceSignIn {
  /** UUID that the device chose for itself. */
  readonly deviceId: string
  /** SHA-256 of the secret that the device keeps: 32 bytes. */
  readonly secretHash: Uint8Array
  /** Epoch milliseconds. */
  readonly now: number
}

export interface DeviceStore {
  /**
   * The user of this device. A new device becomes a new user, once, also when it signs in several times at once.
   * Null if the id is not a UUID or the device is known with another secret.
   */
  signIn(device: DeviceSignIn): Promise<{ userId: string; created: boolean } | null>
}

/** Devices and the users they belong to. */
export function deviceStore({ prisma }: Database): DeviceStore {
  const recognise = async ({ deviceId, secretHash, now }: DeviceSignIn) => {
    const device = await prisma.device.findUnique({ where: { id: deviceId } })
    if (device === null) return 'unknown'
    if (!isSame(device.secretHash, secretHash)) return null
    await prisma.device.update({ where: { id: deviceId }, data: { lastSeenAt: new Date(now) }, select: { id: true } })
    return { userId: device.userId, created: false }
  }

  const register = async ({ deviceId, secretHash, now }: DeviceSignIn) => {
    const at = new Date(now)
    const { userId } = await prisma.device.create({
      data: {
        id: deviceId,
        secretHash: new Uint8Array(secretHash),
        createdAt: at,
        lastSeenAt: at,
        user: { create: { createdAt: at } },
      },
      select: { userId: true },
    })
    return { userId, created: true }
  }

  const signIn = async (device: DeviceSignIn) => {
    if (!isUuid(device.deviceId)) return null
    const known = await recognise(device)
    if (known !== 'unknown') return known
    try {
      return await register(device)
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
    // It registered itself over another connection in between.
    const twin = await recognise(device)
    return twin === 'unknown' ? null : twin
  }

  return { signIn }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)
