import { readFile } from 'node:fs/promises'
import { everything, openSchemaEngine, schemaFile } from './schema-engine.ts'

/**
 * The script that leads from a database as it is to the Prisma schema (by default the project's); null if they agree.
 * On a migrated database that is the next migration.
 */
export async function draftMigration(databaseUrl: string, schema?: string): Promise<string | null> {
  await using opened = await openSchemaEngine(databaseUrl)
  const files = [{ path: 'schema.prisma', content: schema ?? (await readFile(schemaFile, 'utf8')) }]
  const { exitCode, stdout } = await opened.engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: '.' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: everything,
  })
  return exitCode === 0 ? null : stdout
}
