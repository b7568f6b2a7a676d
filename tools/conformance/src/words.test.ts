import { expect, test } from 'vitest'
import { rejections as german } from '../../../apps/web/src/i18n/de/rejections.ts'
import { rejections as english } from '../../../apps/web/src/i18n/en/rejections.ts'

const insistedOn = [
  'step_closed',
  'step_changed',
  'late_join_closed',
  'taken_over',
  'not_allowed',
  'not_joined',
] as const

test.each(insistedOn)('there are words for %s, in both languages', (code) => {
  for (const words of [german, english]) expect(words[code]).toMatch(/^\p{Lu}.{10,}\.$/u)
})
