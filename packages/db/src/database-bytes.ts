import type { Database } from './database.ts'

/** Bytes that the whole database takes on its disk: tables, indexes, and the job queue where it is in there. */
export async function databaseBytes({ prisma }: Database): Promise<number> {
  const [row] = await prisma.$queryRaw<{ bytes: number }[]>`
    SELECT pg_database_size(current_database())::float8 AS bytes`
  return row?.bytes ?? 0
}
