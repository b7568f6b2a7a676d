import { createHash, randomBytes } from 'node:crypto'
import type { JsonValue } from '@humuus/workshop-engine'
import type { Database } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { fromColumn, toColumn } from './json-column.ts'

export interface OneTimeKey {
  readonly userId: string | null
  readonly details: JsonValue
}

export interface OneTimeKeyStore {
  /** 32 random bytes, base64url; only their hash is kept. `now` and `lifeMs` in ms. */
  make(key: {
    purpose: string
    userId: string | null
    details: Readonly<Record<string, JsonValue>>
    now: number
    lifeMs: number
  }): Promise<string>
  /** What the key opens, once: the second to come gets null, as for one that is unknown, too old or for something else. */
  use(key: string, purpose: string, now: number): Promise<OneTimeKey | null>
  /** What it would open, without using it. */
  look(key: string, purpose: string, now: number): Promise<OneTimeKey | null>
  /** The newest of a user that is still good. */
  newest(userId: string, purpose: string, now: number): Promise<OneTimeKey | null>
  /** Those of a user for a purpose are worth nothing from now on. */
  discard(userId: string, purpose: string): Promise<void>
  /** Forgets those that have been worthless for at least a day. */
  forgetOld(now: number): Promise<void>
  /** All for a purpose that are still good, newest first. */
  open(
    purpose: string,
    now: number,
  ): Promise<(OneTimeKey & { readonly createdAt: number; readonly expiresAt: number })[]>
}

const hashOf = (key: string) => new Uint8Array(createHash('sha256').update(key).digest())

/** Keys in links that work once. */
export function oneTimeKeyStore({ prisma }: Database): OneTimeKeyStore {
  const table = prisma.oneTimeKey
  const isGood = (now: number) => ({ usedAt: null, expiresAt: { gt: new Date(now) } })
  const record = (row: { userId: string | null; details: Prisma.JsonValue }): OneTimeKey => ({
    userId: row.userId,
    details: fromColumn(row.details),
  })

  const look: OneTimeKeyStore['look'] = async (key, purpose, now) => {
    const row = await table.findFirst({ where: { keyHash: hashOf(key), purpose, ...isGood(now) } })
    return row && record(row)
  }
  return {
    look,
    make: async ({ purpose, userId, details, now, lifeMs }) => {
      const key = randomBytes(32).toString('base64url')
      await table.create({
        data: {
          keyHash: hashOf(key),
          purpose,
          userId,
          details: toColumn(details),
          createdAt: new Date(now),
          expiresAt: new Date(now + lifeMs),
        },
      })
      return key
    },
    use: async (key, purpose, now) => {
      const where = { keyHash: hashOf(key), purpose, ...isGood(now) }
      const [row] = await table.updateManyAndReturn({ where, data: { usedAt: new Date(now) } })
      return row ? record(row) : null
    },
    newest: async (userId, purpose, now) => {
      const row = await table.findFirst({ where: { userId, purpose, ...isGood(now) }, orderBy: { createdAt: 'desc' } })
      return row && record(row)
    },
    discard: async (userId, purpose) => {
      await table.deleteMany({ where: { userId, purpose } })
    },
    forgetOld: async (now) => {
      await table.deleteMany({ where: { expiresAt: { lt: new Date(now - 86_400_000) } } })
    },
    open: async (purpose, now) => {
      const rows = await table.findMany({ where: { purpose, ...isGood(now) }, orderBy: { createdAt: 'desc' } })
      return rows.map((row) => ({
        ...record(row),
        createdAt: row.createdAt.getTime(),
        expiresAt: row.expiresAt.getTime(),
      }))
    },
  }
}
