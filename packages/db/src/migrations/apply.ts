import { type Migration, migrationsList } from './folder.ts'
import { everything, openSchemaEngine } from './schema-engine.ts'

/**
 * Applies what the database does not have yet and names it, oldest first. What an earlier start began and did not finish
 * is tried again: a script runs in one transaction, so nothing of it is there.
 */
export async function applyMigrations(
  databaseUrl: string,
  migrations: readonly Migration[],
  unfinished: readonly string[],
  folder?: URL,
): Promise<string[]> {
  await using schema = await openSchemaEngine(databaseUrl)
  for (const migrationName of unfinished) await schema.engine.markMigrationRolledBack({ migrationName })
  const { appliedMigrationNames } = await schema.engine.applyMigrations({
    migrationsList: await migrationsList(migrations, folder),
    filters: everything,
  })
  return appliedMigrationNames
}
