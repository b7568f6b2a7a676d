import { openDatabase, pendingMigrations } from '@humuus/db'
import { Client } from 'pg'
import { bad, type Finding, good, warn } from '../finding.ts'
import { clockBeside } from './clock.ts'

const oldest = 13
/** Round trips above this make each answer wait noticeably (ms). */
const slowMs = 5
/** Two servers, a worker and room for whoever looks after it. */
const fewConnections = 40

/** The database: that it answers, keeps what it promises, and knows this version's tables. */
export async function database({ databaseUrl }: { databaseUrl: string }): Promise<Finding[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    const setting = async (name: string): Promise<string> =>
      (await client.query('SELECT current_setting($1) AS value', [name])).rows[0].value
    return [
      version(await setting('server_version')),
      durability(await setting('fsync'), await setting('synchronous_commit'), await setting('full_page_writes')),
      connections(Number(await setting('max_connections'))),
      encoding(await setting('server_encoding')),
      await speed(client),
      await clockBeside('the database', async () => {
        const { rows } = await client.query('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now')
        return Number(rows[0].now)
      }),
      await tables(databaseUrl),
    ]
  } finally {
    await client.end()
  }
}

function version(text: string): Finding {
  const says = `PostgreSQL ${text.split(' ')[0]}`
  return Number.parseInt(text, 10) >= oldest ? good(says) : bad(says, `PostgreSQL ${oldest} or newer is needed`)
}

function durability(fsync: string, commit: string, pages: string): Finding {
  if (fsync === 'off' || pages === 'off')
    return bad(
      'it does not wait for the disk',
      'a power cut can destroy everything: set fsync and full_page_writes to on',
    )
  if (commit === 'off')
    return bad(
      'it promises before it keeps',
      'what phones were told is saved could be lost: set synchronous_commit to on',
    )
  return good('what it promises is on the disk')
}

function connections(most: number): Finding {
  const says = `${most} connections at most`
  return most >= fewConnections ? good(says) : warn(says, 'each server takes about 14: raise max_connections')
}

const encoding = (name: string): Finding =>
  name === 'UTF8' ? good('UTF-8') : bad(`its encoding is ${name}`, 'make a database WITH ENCODING UTF8')

async function speed(client: Client): Promise<Finding> {
  const times: number[] = []
  for (let turn = 0; turn < 11; turn++) {
    const began = performance.now()
    await client.query('SELECT 1')
    times.push(performance.now() - began)
  }
  const median = times.sort((a, b) => a - b)[5] ?? 0
  const says = `answers within ${median.toFixed(1)} ms`
  return median <= slowMs ? good(says) : warn(says, 'each answer waits for it: put it nearer to the servers')
}

async function tables(url: string): Promise<Finding> {
  const db = openDatabase(url, { max: 1 })
  try {
    const pending = await pendingMigrations(db)
    return pending.length === 0
      ? good('its tables are those of this version')
      : warn(`${pending.length} changes of its tables wait`, 'they are made when a server of this version starts')
  } finally {
    await db.close()
  }
}
