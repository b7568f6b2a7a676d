import { type Database, openDatabase } from '@humuus/db'

export interface Appends {
  /** Appends that were asked for, those that lost the race among them. */
  readonly tried: number
  /** Appends that are in the log. */
  readonly written: number
}

/** PostgreSQL's processes tell what they have counted at the latest after 10 s in which they had nothing to do, in ms. */
const toldAfterMs = 11_000

/**
 * How many appends there were so far, as PostgreSQL counted them. The statement looks once into the refusals, whoever wins, and
 * moves the session's version only for the winner; nobody is refused meanwhile.
 */
export async function appendsSoFar(databaseUrl: string): Promise<Appends> {
  await new Promise((resolve) => setTimeout(resolve, toldAfterMs))
  const database: Database = openDatabase(databaseUrl, { max: 1 })
  try {
    const [row] = await database.prisma.$queryRaw<[{ tried: number; written: number }]>`
      SELECT
        (SELECT (seq_scan + coalesce(idx_scan, 0))::int FROM pg_stat_user_tables WHERE relname = 'command_refusals') AS tried,
        (SELECT n_tup_upd::int FROM pg_stat_user_tables WHERE relname = 'workshop_sessions') AS written`
    return row
  } finally {
    await database.close()
  }
}
