import { PrismaClientInitializationError, PrismaClientKnownRequestError } from '@prisma/client/runtime/client'

/** Prisma's codes: not reachable, timed out, connection closed, no connection free in time. */
const awayCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024'])

/** PostgreSQL's own: shutting down, crashed, starting up, and the class of broken connections. */
const awayStates = /^(57P0[123]|08\w{3})$/

/** What the driver says when a connection ends in the middle of something. */
const brokenOff = /Connection terminated|ECONNRE(FUSED|SET)|EPIPE|ETIMEDOUT/

/** True if the database could not be asked, or went away in between: asking again later may be answered. */
export function isAway(error: unknown): boolean {
  if (error instanceof PrismaClientInitializationError) return true
  if (!(error instanceof PrismaClientKnownRequestError)) return error instanceof Error && brokenOff.test(error.message)
  if (awayCodes.has(error.code)) return true
  const cause = error.meta?.driverAdapterError
  if (!(cause instanceof Error)) return false
  const { originalCode = '', kind } = cause.cause as { originalCode?: string; kind?: string }
  return awayStates.test(originalCode) || kind === 'DatabaseNotReachable' || brokenOff.test(JSON.stringify(cause.cause))
}
