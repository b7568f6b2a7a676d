import { expect, test } from 'vitest'
import { keepsPlans, preparedName } from './prepared.ts'

test('a statement is prepared under the name at its head, others are not', () => {
  expect(preparedName({ sql: '/* prepared: append_alone */\n SELECT 1' })).toBe('append_alone')
  expect(preparedName({ sql: 'SELECT 1 /* prepared: late */' })).toBe('')
  expect(preparedName({ sql: 'SELECT 1' })).toBe('')
})

test('nothing is prepared behind a pooler that says so in the address', () => {
  expect(keepsPlans('postgresql://db/humuus')).toBe(true)
  expect(keepsPlans('postgresql://db/humuus?pgbouncer=true')).toBe(false)
  expect(keepsPlans('postgresql://db/humuus?sslmode=require&pgbouncer=true&x=1')).toBe(false)
  expect(keepsPlans('postgresql://db/humuus?pgbouncer=trueish')).toBe(true)
})
