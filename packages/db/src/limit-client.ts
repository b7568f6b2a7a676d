import type { Database } from './database.ts'

/** A statement as `pg` takes it, and its rows; all that a rate limiter asks of a database. */
export interface LimitClient {
  query(statement: { name?: string; text: string; values?: readonly unknown[] }): Promise<{
    rows: Record<string, unknown>[]
    /** How many: where there is none, a limiter reads no further. */
    rowCount: number
  }>
}

/** For `rate-limiter-flexible`, over the connections that are there (table `rate_limits`). */
export function limitClient({ prisma }: Database): LimitClient {
  return {
    query: async ({ name, text, values = [] }) => {
      const mark = name === undefined ? '' : `/* prepared: ${name.replaceAll(/\W/g, '_')} */`
      const rows = await prisma.$queryRawUnsafe<Record<string, unknown>[]>(`${mark}${text}`, ...values)
      const read = rows.map((row) => ({ ...row, ...('expire' in row && { expire: Number(row.expire) }) }))
      return { rows: read, rowCount: read.length }
    },
  }
}
