import { Client } from 'pg'

/** Runs one statement over a connection of its own and returns its rows. */
export async function execute<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.end()
  }
}
