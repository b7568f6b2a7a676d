import { expect, test } from 'vitest'
import { isRecent } from './node-version.mjs'

test.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.0.0', true],
  ['20.18.9', false],
  ['18.20.4', false],
  ['9.0.0', false],
])('Node %s is new enough: %s', (version, isNewEnough) => {
  expect(isRecent(version)).toBe(isNewEnough)
})
