import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../database.ts'
import { execute } from './execute.ts'
import { withDatabaseName } from './postgres-for-tests.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database from which others can be made. */
    databaseUrl: string
    /** Name of a migrated, empty database on the same server. */
    databaseTemplate: string
  }
}

/** A migrated, empty database that nobody else uses; gone when the block that uses it ends. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string
  readonly db: Database
}

/** Makes one within milliseconds. Needs `global-setup.ts` among the `globalSetup` files of the test run. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('databaseUrl')
  const name = `humuus_test_${randomBytes(8).toString('hex')}`
  // For a database this small, copying its files is twice as quick as writing it through the log.
  await execute(server, `CREATE DATABASE ${name} TEMPLATE ${inject('databaseTemplate')} STRATEGY file_copy`)
  const url = withDatabaseName(server, name)
  const db = openDatabase(url, { max: 5 })
  return {
    url,
    db,
    [Symbol.asyncDispose]: async () => {
      await db.close()
      await execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}
