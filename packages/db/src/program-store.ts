import type { JsonValue } from '@humuus/workshop-engine'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { storableJson } from './storable.ts'

/** A program that lives, and what it last said of itself. */
export interface LivingProgram {
  readonly id: string
  /** How long ago it said so, in ms of the database's clock. */
  readonly silentMs: number
  readonly report: JsonValue
}

/** Which programs of a kind run: each says so every few seconds. */
export interface ProgramStore {
  /** This one lives now, by the clock of the database, which is the same for all. `report`: a few numbers for operators. */
  beat(id: string, report?: object): Promise<void>
  /** Those that said so within the last `ms`, with their reports. */
  living(ms: number): Promise<readonly LivingProgram[]>
  /** Ids of the same. */
  alive(ms: number): Promise<ReadonlySet<string>>
  /** Forgets those that have been silent for `ms`. */
  forget(ms: number): Promise<void>
}

/** Servers say themselves that they live. */
export const serverStore = (db: Database): ProgramStore => programStore(db, 'servers')

/** Workers say so to a server. */
export const workerStore = (db: Database): ProgramStore => programStore(db, 'workers')

const ago = (ms: number) => Prisma.sql`timezone('UTC', clock_timestamp()) - ${ms}::float8 * interval '1 millisecond'`

function programStore({ prisma }: Database, kind: 'servers' | 'workers'): ProgramStore {
  const table = Prisma.raw(kind)
  return {
    beat: async (id, report = {}) => {
      await prisma.$executeRaw`
        INSERT INTO ${table} (id, seen_at, report)
        VALUES (${id}::uuid, timezone('UTC', clock_timestamp()), ${storableJson(report)}::jsonb)
        ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, report = excluded.report`
    },
    living: (ms) => prisma.$queryRaw<LivingProgram[]>`
      SELECT id, report, extract(epoch FROM timezone('UTC', clock_timestamp()) - seen_at)::float8 * 1000 AS "silentMs"
      FROM ${table} WHERE seen_at > ${ago(ms)}
      ORDER BY id`,
    alive: async (ms) => {
      const rows = await prisma.$queryRaw<{ id: string }[]>`SELECT id FROM ${table} WHERE seen_at > ${ago(ms)}`
      return new Set(rows.map(({ id }) => id))
    },
    forget: async (ms) => {
      await prisma.$executeRaw`DELETE FROM ${table} WHERE seen_at < ${ago(ms)}`
    },
  }
}
