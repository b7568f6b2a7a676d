import { setupI18n } from '@lingui/core'
import { describe, expect, test } from 'vitest'
import { compiled } from './compiled.ts'

const texts = {
  plain: 'Thanks',
  step: 'Step {{step}} of {{total}}',
  twice: '{{name}} and {{name}}',
  big: '{{count, number}} people',
  points_one: '{{count, number}} point for {{name}}',
  points_other: '{{count, number}} points for {{name}}',
}

function speaker(locale: string) {
  const i18n = setupI18n({ locale, messages: { [locale]: compiled('phone', texts) } })
  return (key: string, params = {}) => i18n._(`phone:${key}`, params)
}

describe('a compiled text', () => {
  const say = speaker('en')

  test('is said as it is written', () => {
    expect(say('plain')).toBe('Thanks')
  })

  test('has its blanks filled, also with nothing and with zero', () => {
    expect(say('step', { step: 0, total: 7 })).toBe('Step 0 of 7')
    expect(say('twice', { name: 'Ann' })).toBe('Ann and Ann')
    expect(say('twice', { name: '' })).toBe(' and ')
  })

  test('takes what people wrote literally', () => {
    expect(say('twice', { name: '{{x}} # <b>' })).toBe('{{x}} # <b> and {{x}} # <b>')
  })

  test('has the form that fits the count', () => {
    expect([0, 1, 2].map((count) => say('points', { count, name: 'Ann' }))).toEqual([
      '0 points for Ann',
      '1 point for Ann',
      '2 points for Ann',
    ])
  })

  test('writes numbers as the language does, only where the text asks for it', () => {
    expect(say('big', { count: 12_345 })).toBe('12,345 people')
    expect(speaker('de')('points', { count: 12_345, name: 'Ann' })).toBe('12.345 points for Ann')
    expect(say('step', { step: 1_000, total: 2_000 })).toBe('Step 1000 of 2000')
  })
})
