import { randomUUID } from 'node:crypto'
import { limitClient } from '@humuus/db'
import { type TestDatabase, testDatabase } from '@humuus/db/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limitRules } from './limit-rules.ts'
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

test('what the memory counted while the database was away is forgotten once it is back', async () => {
  const { limits } = await import('./limits.ts')
  const there = limitClient(database.db)
  let isAway = true
  const client: typeof there = { query: (said) => (isAway ? Promise.reject(new Error('away')) : there.query(said)) }
  const rules = { ...limitRules, wrongKeysByAddress: { points: 1, seconds: 60 } }
  const brakes = limits({ kind: 'postgres', client }, randomUUID(), rules)
  await brakes.take('wrongKeysByAddress', 'ann')
  await expect(brakes.check('wrongKeysByAddress', 'ann')).rejects.toThrow()
  isAway = false
  await brakes.check('wrongKeysByAddress', 'ann')
})
