import type { Database } from './database.ts'

/** Which servers run: each says so every few seconds. */
export interface ServerStore {
  /** This server lives now, by the clock of the database, which is the same for all. */
  beat(id: string): Promise<void>
  /** Servers that said so within the last `ms`. */
  alive(ms: number): Promise<ReadonlySet<string>>
  /** Forgets those that have been silent for `ms`. */
  forget(ms: number): Promise<void>
}

export function serverStore({ prisma }: Database): ServerStore {
  return {
    beat: async (id) => {
      await prisma.$executeRaw`
        INSERT INTO servers (id, seen_at) VALUES (${id}::uuid, timezone('UTC', clock_timestamp()))
        ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`
    },
    alive: async (ms) => {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT id FROM servers WHERE seen_at > timezone('UTC', clock_timestamp()) - ${ms}::float8 * interval '1 millisecond'`
      return new Set(rows.map(({ id }) => id))
    },
    forget: async (ms) => {
      await prisma.$executeRaw`
        DELETE FROM servers WHERE seen_at < timezone('UTC', clock_timestamp()) - ${ms}::float8 * interval '1 millisecond'`
    },
  }
}
