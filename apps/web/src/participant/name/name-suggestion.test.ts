import { cleanName } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { suggestedName, suggestions } from './name-suggestion.ts'

const device = '6f0a52f4-1d0f-4b5e-9b0b-3f6f3d7c9a11'
const all = (language: 'de' | 'en') =>
  Array.from({ length: suggestions }, (_, nth) => suggestedName(device, nth, language))

test('a reload suggests the same name', () => {
  expect(suggestedName(device, 0, 'de')).toBe(suggestedName(device, 0, 'de'))
})

test('another suggestion changes both words', () => {
  const [first = '', second = ''] = all('en')
  expect(second.split(' ')[0]).not.toBe(first.split(' ')[0])
  expect(second.split(' ')[1]).not.toBe(first.split(' ')[1])
})

test.each(['de', 'en'] as const)('no name comes twice before all were offered (%s)', (language) => {
  expect(new Set(all(language)).size).toBe(suggestions)
})

test.each(['de', 'en'] as const)('every suggestion is a name that the engine takes as it is (%s)', (language) => {
  for (const name of all(language)) expect(cleanName(name)).toEqual({ ok: true, name })
})

test('German adjectives agree with their nouns', () => {
  const names = all('de')
  expect(names).toContain('Leiser Farn')
  expect(names).toContain('Schlaue Eule')
  expect(names).toContain('Munteres Rotkehlchen')
})

test('a hall of three hundred devices hears more than two hundred names', () => {
  const names = new Set(Array.from({ length: 300 }, (_, phone) => suggestedName(`phone-${phone}`, 0, 'en')))
  expect(names.size).toBeGreaterThan(200)
})
