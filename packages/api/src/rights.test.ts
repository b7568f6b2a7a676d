import { expect, test } from 'vitest'
import { procedureRights, roles } from './rights.ts'
import { rightsTable } from './rights-table.ts'
import { appRouter } from './root.ts'

test('every procedure is in the table of rights, and the table names nothing else', () => {
  expect(Object.keys(procedureRights).sort()).toEqual(Object.keys(appRouter._def.procedures).sort())
})

test('every role may do something', () => {
  const used = new Set<string>(Object.values(procedureRights).flat())
  expect(roles.filter((role) => !used.has(role))).toEqual([])
})

test('docs/rights.md says what the tables say', async () => {
  await expect(rightsTable()).toMatchFileSnapshot('../../../docs/rights.md')
})
