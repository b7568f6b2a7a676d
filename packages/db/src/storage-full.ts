import { PrismaClientKnownRequestError } from '@prisma/client/runtime/client'

/** PostgreSQL's codes for "no room": disk_full, and out_of_memory on a server that is too small. */
const full = new Set(['53100', '53200'])

/** True if the database refused because it has no room left: nothing was written, and trying again does not help yet. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof PrismaClientKnownRequestError)) return false
  const cause = error.meta?.driverAdapterError
  if (!(cause instanceof Error)) return false
  const { originalCode } = cause.cause as { originalCode?: string }
  return originalCode !== undefined && full.has(originalCode)
}
