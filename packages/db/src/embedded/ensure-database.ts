import { Client, DatabaseError } from 'pg'

const codes = { databaseIsMissing: '3D000', databaseExists: '42P04' }

/** Makes the database that `url` names if the server does not have it; resolves once it can be connected to. */
export async function ensureDatabase(url: string): Promise<void> {
  try {
    await withClient(url, async () => undefined)
  } catch (error) {
    if (!hasCode(error, codes.databaseIsMissing)) throw error
    await createDatabase(url)
  }
}

async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url)
  const name = decodeURIComponent(maintenance.pathname.slice(1))
  maintenance.pathname = '/postgres'
  await withClient(maintenance.href, async (client) => {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`).catch((error: unknown) => {
      if (!hasCode(error, codes.databaseExists)) throw error
    })
  })
}

async function withClient(url: string, use: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end()
  }
}

const hasCode = (error: unknown, code: string): boolean => error instanceof DatabaseError && error.code === code
