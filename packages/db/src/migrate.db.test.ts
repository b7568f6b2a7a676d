import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MigrationRefused, migrate, pendingMigrations } from './migrate.ts'
import { migrationsFolder, readMigrations } from './migrations/folder.ts'
import { execute } from './testing/execute.ts'
import { type TestDatabase, testDatabase } from './testing/test-database.ts'

const names = (await readMigrations()).map(({ name }) => name)

describe('migrating', () => {
  let database: TestDatabase
  let folder: URL

  const sql = <Row>(text: string) => execute<Row>(database.url, text)
  const path = (name: string) => new URL(name, folder)
  const addMigration = async (name: string, script: string) => {
    await mkdir(path(name))
    await writeFile(path(`${name}/migration.sql`), script)
  }

  beforeEach(async () => {
    database = await testDatabase()
    await sql('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    folder = pathToFileURL(`${await mkdtemp(join(tmpdir(), 'humuus-migrations-'))}/`)
    await cp(migrationsFolder, folder, { recursive: true })
  })
  afterEach(async () => {
    await database[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })

  it('builds an empty database, and does nothing the second time', async () => {
    expect(await pendingMigrations(database.db)).toEqual(names)
    expect(await migrate(database.url)).toEqual({ applied: names })
    expect(await pendingMigrations(database.db)).toEqual([])
    expect(await migrate(database.url)).toEqual({ applied: [] })
    expect(await sql('SELECT count(*)::int AS n FROM participant_actions')).toEqual([{ n: 0 }])
  })

  it('happens once when several processes start together', async () => {
    const results = await Promise.all(Array.from({ length: 6 }, () => migrate(database.url)))
    expect(results.flatMap(({ applied }) => applied)).toEqual(names)
    expect(await sql('SELECT migration_name AS name FROM _prisma_migrations')).toEqual(names.map((name) => ({ name })))
  })

  it('applies what is new to a database that has data, and keeps the data', async () => {
    await migrate(database.url, { folder })
    await sql(`INSERT INTO users (id, created_at) VALUES (gen_random_uuid(), now())`)
    await addMigration('99990101000000_more', 'ALTER TABLE users ADD COLUMN nickname TEXT;')
    expect(await migrate(database.url, { folder })).toEqual({ applied: ['99990101000000_more'] })
    expect(await sql('SELECT nickname FROM users')).toEqual([{ nickname: null }])
  })

  it('minds its own business in a database where others have tables already', async () => {
    await sql('CREATE TABLE of_somebody_else (id INT NOT NULL CHECK (id > 0))')
    expect(await migrate(database.url)).toEqual({ applied: names })
  })

  it('refuses a database that a newer version has changed', async () => {
    await addMigration('99990101000000_future', 'CREATE TABLE future (id INT);')
    await migrate(database.url, { folder })
    const refusal = await migrate(database.url).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(MigrationRefused)
    expect(refusal).toMatchObject({
      reason: 'database_is_ahead',
      message: expect.stringContaining('99990101000000_future'),
    })
  })

  it('refuses when a migration was edited after it had been applied', async () => {
    await migrate(database.url, { folder })
    await appendFile(path(`${names[0]}/migration.sql`), '\n-- a late thought\n')
    const refusal = await migrate(database.url, { folder }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(MigrationRefused)
    expect(refusal).toMatchObject({ reason: 'migration_was_edited', message: expect.stringContaining(`${names[0]}`) })
  })

  it('does not take other line ends for an edit', async () => {
    await migrate(database.url, { folder })
    const [first] = await readMigrations()
    await writeFile(path(`${names[0]}/migration.sql`), first?.sql.replaceAll('\n', '\r\n') ?? '')
    expect(await migrate(database.url, { folder })).toEqual({ applied: [] })
  })

  it('runs scripts that hold functions, texts and comments with semicolons', async () => {
    await addMigration(
      '99990101000000_function',
      `-- one; two
      CREATE FUNCTION twice(n INT) RETURNS INT AS $$ BEGIN n := n * 2; RETURN n; END $$ LANGUAGE plpgsql;
      COMMENT ON FUNCTION twice IS 'a; b';`,
    )
    await migrate(database.url, { folder })
    expect(await sql('SELECT twice(21)')).toEqual([{ twice: 42 }])
  })

  it('leaves nothing of a script that fails nor of those before it, says why, and succeeds once it is right', async () => {
    const name = '99990101000000_broken'
    await addMigration(name, 'CREATE TABLE half (id INT);\nCREATE TABEL half_again (id INT);')
    await expect(migrate(database.url, { folder })).rejects.toThrow(/_broken failed.*syntax error at or near "TABEL"/)
    expect(await sql('SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()')).toEqual(
      [],
    )

    await writeFile(path(`${name}/migration.sql`), 'CREATE TABLE half (id INT);')
    expect(await migrate(database.url, { folder })).toEqual({ applied: [...names, name] })
  })

  it('takes up again what was interrupted before it was finished', async () => {
    await migrate(database.url, { folder })
    const name = '99990101000000_more'
    await addMigration(name, 'CREATE TABLE more (id INT);')
    await sql(`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', 'x', '${name}')`)
    expect(await migrate(database.url, { folder })).toEqual({ applied: [name] })
    expect(await migrate(database.url, { folder })).toEqual({ applied: [] })
    const left = 'SELECT id FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL'
    expect(await sql(left)).toEqual([])
  })

  it('keeps the history as Prisma does, so that its own tools can go on from there', async () => {
    await migrate(database.url)
    const [first] = await readMigrations()
    expect(await sql('SELECT * FROM _prisma_migrations ORDER BY migration_name LIMIT 1')).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum: first?.checksums[0],
        finished_at: expect.any(Date),
        migration_name: names[0],
        logs: null,
        rolled_back_at: null,
        started_at: expect.any(Date),
        applied_steps_count: 1,
      },
    ])
  })

  it('rejects when the database cannot be reached', async () => {
    await expect(migrate('postgresql://nobody@127.0.0.1:1/nothing')).rejects.toThrow('ECONNREFUSED')
  })
})
