import { randomBytes } from 'node:crypto'
import { startPostgres } from '../embedded/index.ts'
import { migrate } from '../migrate.ts'
import { execute } from './execute.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A PostgreSQL server for tests with a migrated, empty database to make copies of. */
export interface PostgresForTests extends AsyncDisposable {
  /** Address of a database from which others can be made. */
  readonly url: string
  /** Name of the migrated database. Nobody may be connected to it while it is copied. */
  readonly template: string
}

/** The server of `TEST_DATABASE_URL`, or a fresh one of its own in a temporary folder. Leaves nothing behind. */
export async function postgresForTests(): Promise<PostgresForTests> {
  const server = await openServer(process.env.TEST_DATABASE_URL)
  const template = `humuus_template_${randomBytes(6).toString('hex')}`
  await execute(server.url, `CREATE DATABASE ${template}`)
  await migrate(withDatabaseName(server.url, template))
  return {
    url: server.url,
    template,
    [Symbol.asyncDispose]: async () => {
      await execute(server.url, `DROP DATABASE ${template} WITH (FORCE)`)
      await server.stop()
    },
  }
}

/** The same server, another database. */
export function withDatabaseName(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

async function openServer(given: string | undefined): Promise<{ url: string; stop(): Promise<void> }> {
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined }

  const folder = await temporaryFolder()
  const postgres = await startPostgres({ dataDir: folder.path, durable: false, maxConnections: 200 })
  const stop = async () => {
    await postgres.stop()
    await folder[Symbol.asyncDispose]()
  }
  return { url: postgres.url, stop }
}
