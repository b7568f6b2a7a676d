import { expect, test } from 'vitest'
import { execute } from '../testing/execute.ts'
import { testDatabase } from '../testing/test-database.ts'
import { keptTables, passingTables } from './tables.ts'

test('every table is either kept or passing', async () => {
  await using database = await testDatabase()
  const rows = await execute<{ name: string }>(
    database.url,
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  expect([...keptTables, ...passingTables].sort()).toEqual(rows.map(({ name }) => name).sort())
})

test('whoever is referred to stands before whoever refers to it', async () => {
  await using database = await testDatabase()
  const references = await execute<{ child: string; parent: string }>(
    database.url,
    `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent
     FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid`,
  )
  expect(references.length).toBeGreaterThan(5)
  const order: string[] = [...keptTables, ...passingTables]
  for (const { child, parent } of references)
    expect(order.indexOf(parent), `${child} → ${parent}`).toBeLessThan(order.indexOf(child))
})
