import type { Database } from './database.ts'
import type { LivingProgram } from './server-store.ts'
import { storableJson } from './storable.ts'

/** Which workers run: each says so to a server every few seconds. */
export interface WorkerStore {
  /** This worker lives now, by the clock of the database. `report`: a few numbers for operators. */
  beat(id: string, report: object): Promise<void>
  /** Those that said so within the last `ms`, with their reports. */
  living(ms: number): Promise<readonly LivingProgram[]>
  /** Forgets those that have been silent for `ms`. */
  forget(ms: number): Promise<void>
}

export function workerStore({ prisma }: Database): WorkerStore {
  return {
    beat: async (id, report) => {
      await prisma.$executeRaw`
        INSERT INTO workers (id, seen_at, report)
        VALUES (${id}::uuid, timezone('UTC', clock_timestamp()), ${storableJson(report)}::jsonb)
        ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, report = excluded.report`
    },
    living: (ms) => prisma.$queryRaw<LivingProgram[]>`
      SELECT id, report, extract(epoch FROM timezone('UTC', clock_timestamp()) - seen_at)::float8 * 1000 AS "silentMs"
      FROM workers WHERE seen_at > timezone('UTC', clock_timestamp()) - ${ms}::float8 * interval '1 millisecond'
      ORDER BY id`,
    forget: async (ms) => {
      await prisma.$executeRaw`
        DELETE FROM workers WHERE seen_at < timezone('UTC', clock_timestamp()) - ${ms}::float8 * interval '1 millisecond'`
    },
  }
}
