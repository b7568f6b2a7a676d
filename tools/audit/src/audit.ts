import { type Database, openDatabase, type SessionBooks, sessionBookStore } from '@humuus/db'
import { auditBooks } from './audit-books.ts'
import type { LedgerEntry } from './ledger.ts'
import type { AuditOutcome } from './outcome.ts'

/**
 * Checks all that is written about a session (its id), and with a ledger also what senders wrote down. Writes nothing; the
 * session may go on meanwhile. `null` when there is no such session.
 */
export async function audit(
  database: Database | string,
  sessionId: string,
  ledger?: readonly LedgerEntry[],
): Promise<AuditOutcome | null> {
  const books = await read(database, sessionId)
  return (
    books &&
    auditBooks(
      books,
      ledger?.filter((entry) => entry.sessionId === sessionId),
    )
  )
}

async function read(database: Database | string, sessionId: string): Promise<SessionBooks | null> {
  if (typeof database !== 'string') return sessionBookStore(database).read(sessionId)
  const opened = openDatabase(database, { max: 2 })
  try {
    return await sessionBookStore(opened).read(sessionId)
  } finally {
    await opened.close()
  }
}
