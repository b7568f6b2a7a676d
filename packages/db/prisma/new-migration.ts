/** Writes the migration that leads from those there are to `schema.prisma`: `pnpm migration <name>`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { draftMigration } from '../src/drift/draft-migration.ts'
import { migrationsFolder } from '../src/migrations/folder.ts'
import { postgresForTests, withDatabaseName } from '../src/testing/postgres-for-tests.ts'

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('usage: pnpm migration <name_in_snake_case>')

await using server = await postgresForTests()
const sql = await draftMigration(withDatabaseName(server.url, server.template))
if (sql === null) {
  console.log('The migrations and schema.prisma agree: nothing to do.')
} else {
  const moment = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = new URL(`${moment}_${name}/`, migrationsFolder)
  await mkdir(folder)
  await writeFile(new URL('migration.sql', folder), sql)
  console.log(`Read it before you commit it: ${folder.pathname}migration.sql`)
}
