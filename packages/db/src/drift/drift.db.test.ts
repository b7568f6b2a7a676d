import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { execute } from '../testing/execute.ts'
import { testDatabase } from '../testing/test-database.ts'
import { draftMigration } from './draft-migration.ts'
import { schemaFile } from './schema-engine.ts'

describe('the migrations and schema.prisma', () => {
  it('agree: a migrated database needs no further migration', async () => {
    await using database = await testDatabase()
    expect(await draftMigration(database.url)).toBeNull()
  })

  it.each([
    ['a new column', /^ {2}displayName .*$/m, '$&\n  nickname String?', 'ADD COLUMN     "nickname" TEXT'],
    [
      'a looser column',
      '@map("screen_key")',
      '@map("screen_key") @db.VarChar(9)',
      '"screen_key" SET DATA TYPE VARCHAR(9)',
    ],
    [
      'another condition of a partial index',
      '"command_id IS NOT NULL"',
      '"command_id IS NULL"',
      'WHERE (command_id IS NULL)',
    ],
    ['an index less', /^ {2}@@index\(\[sessionId, nodeId\].*$/m, '', 'DROP INDEX "idx_session_node"'],
  ])('would not agree after %s in the schema', async (_, from, to, expected) => {
    await using database = await testDatabase()
    const schema = await readFile(schemaFile, 'utf8')
    const changed = schema.replace(from, to)
    expect(changed).not.toBe(schema)
    expect(await draftMigration(database.url, changed)).toContain(expected)
  })

  it.each(['open_join_code', 'command_once'])(
    'would not agree without the partial index %s in the migrations',
    async (index) => {
      await using database = await testDatabase()
      await execute(database.url, `DROP INDEX ${index}`)
      expect(await draftMigration(database.url)).toContain(`CREATE UNIQUE INDEX "${index}"`)
    },
  )
})

describe('the tables that the platform is documented with', () => {
  const columns = `
    SELECT column_name AS name, data_type AS type, character_maximum_length AS length, datetime_precision AS precision
    FROM information_schema.columns WHERE table_name = `

  it('keep the names and types of workshop_sessions', async () => {
    await using database = await testDatabase()
    expect(await execute(database.url, `${columns} 'workshop_sessions'`)).toEqual(
      expect.arrayContaining([
        { name: 'id', type: 'uuid', length: null, precision: null },
        { name: 'workshop_id', type: 'character varying', length: 255, precision: null },
        { name: 'match_id', type: 'character varying', length: 255, precision: null },
        { name: 'facilitator_id', type: 'character varying', length: 255, precision: null },
        { name: 'status', type: 'character varying', length: 50, precision: null },
        { name: 'started_at', type: 'timestamp without time zone', length: null, precision: 6 },
        { name: 'completed_at', type: 'timestamp without time zone', length: null, precision: 6 },
        { name: 'created_at', type: 'timestamp without time zone', length: null, precision: 6 },
      ]),
    )
  })

  it('keep the names and types of participant_actions', async () => {
    await using database = await testDatabase()
    expect(await execute(database.url, `${columns} 'participant_actions'`)).toEqual(
      expect.arrayContaining([
        { name: 'id', type: 'bigint', length: null, precision: null },
        { name: 'session_id', type: 'uuid', length: null, precision: null },
        { name: 'user_id', type: 'character varying', length: 255, precision: null },
        { name: 'node_id', type: 'character varying', length: 255, precision: null },
        { name: 'action_type', type: 'character varying', length: 100, precision: null },
        { name: 'action_data', type: 'jsonb', length: null, precision: null },
        { name: 'timestamp', type: 'timestamp without time zone', length: null, precision: 6 },
      ]),
    )
  })
})
