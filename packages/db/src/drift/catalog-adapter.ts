import type { EventEmitter } from 'node:events'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import type { Pool, PoolClient } from 'pg'

const oid = { letter: 18, text: 25 }
const mark = 'letter:'

/**
 * Prisma's adapter for reading the system catalogue, which is full of PostgreSQL's internal one-letter type. The
 * adapter refuses that type, the schema engine insists on it: so it passes as marked text and is a letter again after.
 */
export function catalogAdapter(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  pool.on('connect', markLetters)
  const plain = new PrismaPg(pool)
  const connect = async () => {
    const adapter = await plain.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => withLetters(await queryRaw(query))
    return adapter
  }
  return { provider: plain.provider, adapterName: plain.adapterName, connect, connectToShadowDb: connect }
}

function markLetters(client: PoolClient): void {
  const { connection } = client as unknown as { connection: EventEmitter }
  connection.prependListener('rowDescription', ({ fields }: { fields: { name: string; dataTypeID: number }[] }) => {
    for (const field of fields) {
      if (field.dataTypeID !== oid.letter) continue
      field.dataTypeID = oid.text
      field.name = mark + field.name
    }
  })
}

function withLetters(result: SqlResultSet): SqlResultSet {
  const isLetter = result.columnNames.map((name) => name.startsWith(mark))
  return {
    ...result,
    columnNames: result.columnNames.map((name, column) => (isLetter[column] ? name.slice(mark.length) : name)),
    columnTypes: result.columnTypes.map((type, column) => (isLetter[column] ? ColumnTypeEnum.Character : type)),
  }
}
