import { expect, test } from 'vitest'
import { preferredLanguage } from './language.ts'

test('a saved choice wins over the browser', () => {
  expect(preferredLanguage(['en', 'de-DE', 'de'])).toBe('en')
})

test('without a choice the browser decides, by its first language that we speak', () => {
  expect(preferredLanguage([null, 'fr-FR', 'de-AT', 'en'])).toBe('de')
})

test('who speaks neither reads English', () => {
  expect(preferredLanguage([null, 'fr', 'ja'])).toBe('en')
})
