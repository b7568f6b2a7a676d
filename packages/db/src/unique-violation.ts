import { PrismaClientKnownRequestError } from '@prisma/client/runtime/client'

/** True if the statement failed because a value that must be unique was there already (of `index`, if given). */
export function isUniqueViolation(error: unknown, index?: string): boolean {
  if (!(error instanceof PrismaClientKnownRequestError)) return false
  if (error.code === 'P2002' && index === undefined) return true
  const cause = error.meta?.driverAdapterError
  if (!(cause instanceof Error)) return false
  const { kind, constraint } = cause.cause as { kind?: string; constraint?: { index?: string } }
  return kind === 'UniqueConstraintViolation' && (index === undefined || constraint?.index === index)
}
