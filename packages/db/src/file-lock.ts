import type { Database } from './database.ts'

/** Who writes the bytes of an upload: one request at a time, whichever server it came to. By the clock of the database. */
export interface FileLocks {
  /** `false`: somebody else has it, and is asked to let go. `gone`: there is no such file. */
  take(fileId: string, holder: string, forMs: number): Promise<boolean | 'gone'>
  /** Keeps it for as long again. `lost`: it is somebody else's now; `wanted`: somebody waits for it. */
  keep(fileId: string, holder: string, forMs: number): Promise<'kept' | 'wanted' | 'lost'>
  release(fileId: string, holder: string): Promise<void>
}

export function fileLocks({ prisma }: Database): FileLocks {
  return {
    take: async (fileId, holder, forMs) => {
      const taken = await prisma.$executeRaw`
        UPDATE files SET lock_id = ${holder}::uuid, lock_wanted = false,
          lock_until = (now() AT TIME ZONE 'UTC') + ${forMs}::float8 * interval '1 millisecond'
        WHERE id = ${fileId}::uuid AND (lock_id IS NULL OR lock_until < now() AT TIME ZONE 'UTC')`
      if (taken > 0) return true
      const asked = await prisma.$executeRaw`UPDATE files SET lock_wanted = true WHERE id = ${fileId}::uuid`
      return asked > 0 ? false : 'gone'
    },
    keep: async (fileId, holder, forMs) => {
      const [row] = await prisma.$queryRaw<{ wanted: boolean }[]>`
        UPDATE files SET lock_until = (now() AT TIME ZONE 'UTC') + ${forMs}::float8 * interval '1 millisecond'
        WHERE id = ${fileId}::uuid AND lock_id = ${holder}::uuid RETURNING lock_wanted AS wanted`
      return row === undefined ? 'lost' : row.wanted ? 'wanted' : 'kept'
    },
    release: async (fileId, holder) => {
      await prisma.$executeRaw`
        UPDATE files SET lock_id = NULL, lock_until = NULL, lock_wanted = false
        WHERE id = ${fileId}::uuid AND lock_id = ${holder}::uuid`
    },
  }
}
