import { PrismaClientKnownRequestError } from '@prisma/client/runtime/client'

/** PostgreSQL's five letters for why a raw statement failed; null for any other failure. */
export function databaseCode(error: unknown): string | null {
  if (!(error instanceof PrismaClientKnownRequestError)) return null
  const cause = error.meta?.driverAdapterError
  if (!(cause instanceof Error)) return null
  const { originalCode } = cause.cause as { originalCode?: string }
  return originalCode ?? null
}

/** Classes of codes for values that cannot be stored, broken constraints, and transactions that were rolled back. */
const ofData = new Set(['22', '23', '40'])

/** True if a statement failed because of one of its rows: nothing was written, and without that row it may succeed. */
export const isFaultOfData = (error: unknown): boolean => ofData.has(databaseCode(error)?.slice(0, 2) ?? '')
