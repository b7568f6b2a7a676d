import type { Database } from './database.ts'

/** How many files are kept, and their bytes: as they came until they are prepared, and then what was made of them. Reads every row. */
export async function fileTotals({ prisma }: Database): Promise<{ count: number; bytes: number }> {
  const [row] = await prisma.$queryRaw<{ count: number; bytes: number }[]>`
    SELECT count(*)::float8 AS count,
      COALESCE(sum(CASE WHEN prepared_at IS NULL THEN size ELSE made.bytes END), 0)::float8 AS bytes
    FROM files, LATERAL (
      SELECT COALESCE(sum((variant ->> 'size')::int8), 0) AS bytes FROM jsonb_array_elements(variants) AS variant
    ) AS made
    WHERE state <> 'uploading' AND removed_at IS NULL`
  return row ?? { count: 0, bytes: 0 }
}
