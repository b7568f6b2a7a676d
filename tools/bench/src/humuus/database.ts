import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@humuus/db'
import { startPostgres } from '@humuus/db/embedded'
import pg from 'pg'

/** A PostgreSQL of the bench's own, as durable as in production and with our tables; gone when the block ends. */
export interface BenchDatabase extends AsyncDisposable {
  readonly url: string
  readonly client: pg.Client
  /** A row of a session with an empty log, for servers that are not ours to write into; its id. */
  emptySession(): Promise<string>
}

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'humuus-bench-'))
  // A database started as root runs as another user, who has to come in.
  await chmod(folder, 0o755)
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: true, maxConnections: 100 })
  await migrate(postgres.url)
  const client = new pg.Client({ connectionString: postgres.url })
  // While all of it ends, PostgreSQL may be the first to hang up.
  client.on('error', () => {})
  await client.connect()
  return {
    url: postgres.url,
    client,
    emptySession: async () => {
      const id = randomUUID()
      await client.query(
        `INSERT INTO workshop_sessions (id, workshop_id, match_id, facilitator_id, status, join_code, screen_key, plan)
         VALUES ($1::text::uuid, $1, $1, $1, 'completed', '000000', '', '{}')`,
        [id],
      )
      return id
    },
    [Symbol.asyncDispose]: async () => {
      await client.end()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
