import type { Operation } from '@trpc/client'
import { expect, test } from 'vitest'
import { screenKeyHeader, withoutScreenKey } from './screen-key.ts'

const operation = (input: unknown) =>
  ({ id: 1, type: 'query', path: 'sessions.screen', input, context: {} }) as Operation

test('the key of a screen goes from the input, which is part of the address, to a header', () => {
  const { input, context } = withoutScreenKey(operation({ sessionId: 's', screenKey: 'secret' }))
  expect(input).toEqual({ sessionId: 's' })
  expect(screenKeyHeader([{}, context])).toEqual({ 'x-humuus-screen': 'secret' })
})

test.each([undefined, null, 'text', { sessionId: 's' }])('other inputs stay as they are: %j', (input) => {
  const op = operation(input)
  expect(withoutScreenKey(op)).toBe(op)
  expect(screenKeyHeader([op.context])).toEqual({})
})
