import { randomUUID } from 'node:crypto'
import { limitClient } from '@humuus/db'
import { type TestDatabase, testDatabase } from '@humuus/db/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limitsContract } from './limits.contract.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => database[Symbol.asyncDispose]())

limitsContract('PostgreSQL', () => ({ kind: 'postgres', client: limitClient(database.db) }))

test('what is counted names nobody', async () => {
  const { limits } = await import('./limits.ts')
  const brakes = limits({ kind: 'postgres', client: limitClient(database.db) }, randomUUID())
  await brakes.take('wrongPasswordsByAccount', 'ann@example.org')
  const rows = await database.db.prisma.rateLimit.findMany()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? Number(value) : value))).not.toContain('ann')
})
