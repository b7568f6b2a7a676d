import { readFile } from 'node:fs/promises'
import { WrongUse } from '@humuus/args'
import { openDatabase, pendingMigrations, type SessionBookStore, type SessionEntry, sessionBookStore } from '@humuus/db'
import type { Options } from './args.ts'
import { audit } from './audit.ts'
import { type LedgerEntry, NoLedger, readLedger } from './ledger.ts'
import type { AuditOutcome } from './outcome.ts'
import { printAudit, printList } from './print.ts'

/** Sessions listed where none is named. */
const listed = 20

/** What is to be printed, and the exit code: 1 on any difference. */
export interface Said {
  readonly text: string
  readonly code: 0 | 1
}

/** Does what the command line says. Throws `WrongUse`, and in words what else stands in the way. */
export async function run(options: Options, databaseUrl: string): Promise<Said> {
  if (databaseUrl === '') throw new WrongUse('DATABASE_URL is missing')
  const ledger = options.ledger === null ? undefined : await readLedgerFile(options.ledger)
  const database = openDatabase(databaseUrl, { max: 2 })
  try {
    if ((await pendingMigrations(database)).length > 0)
      throw new Error(
        'the database belongs to an older version of humuus: start this one once, and it is brought up to date',
      )
    const books = sessionBookStore(database)
    const sessions = await sessionsOf(options, books)
    if (options.session === null && !options.all) return { text: list(sessions, options.json), code: 0 }
    const outcomes: AuditOutcome[] = []
    for (const { id } of sessions) {
      const outcome = await audit(database, id, ledger)
      if (outcome !== null) outcomes.push(outcome)
    }
    return said(outcomes, options)
  } finally {
    await database.close()
  }
}

async function sessionsOf({ session, all, since }: Options, books: SessionBookStore): Promise<SessionEntry[]> {
  if (session === null) return books.list({ since, limit: all ? undefined : listed })
  const found = await books.find(session)
  if (found === null) throw new WrongUse(`there is no session ${session}: without a name, the last ones are listed`)
  return [found]
}

async function readLedgerFile(path: string): Promise<LedgerEntry[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new WrongUse(`--ledger ${path} cannot be read (${error.code})`)
  })
  try {
    return readLedger(text)
  } catch (error) {
    throw error instanceof NoLedger ? new WrongUse(`--ledger ${path} is none: ${error.message}`) : error
  }
}

const list = (sessions: readonly SessionEntry[], json: boolean): string =>
  json ? JSON.stringify(sessions, null, 2) : printList(sessions)

function said(outcomes: readonly AuditOutcome[], { all, json }: Options): Said {
  const unsound = outcomes.filter(({ differences }) => differences.length > 0).length
  const summary = all ? [`\n${outcomes.length} sessions audited, ${unsound} with differences.`] : []
  const text = json
    ? JSON.stringify(all ? outcomes : outcomes[0], null, 2)
    : [...outcomes.map(printAudit), ...summary].join('\n')
  return { text, code: unsound === 0 ? 0 : 1 }
}
