import { z } from 'zod'

/** First in a backup: what it is. */
export const Manifest = z.object({
  format: z.literal('humuus-backup/1'),
  /** ISO 8601. */
  madeAt: z.iso.datetime(),
  /** Names of the migrations that made the tables. */
  migrations: z.array(z.string()).min(1),
})
export type Manifest = z.output<typeof Manifest>

/** Last in a backup: without it, or with less than it says, something was cut off. */
export const Closing = z.object({
  /** By table. */
  rows: z.record(z.string(), z.int().nonnegative()),
  files: z.int().nonnegative(),
})
export type Closing = z.output<typeof Closing>

/** Before the rows of a table. */
export const Columns = z.array(z.string().min(1).max(63)).min(1)

export const names = {
  manifest: 'manifest.json',
  secrets: 'secrets.json',
  closing: 'end.json',
  columns: (table: string) => `tables/${table}/columns.json`,
  rows: (table: string, part: number) => `tables/${table}/${String(part).padStart(6, '0')}.copy`,
  file: (key: string) => `files/${key}`,
} as const
