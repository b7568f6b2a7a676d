import { expect, test } from 'vitest'
import { languages } from './language.ts'
import { loadTexts } from './load-texts.ts'

const areas = [
  'common',
  'join',
  'door',
  'phone',
  'errors',
  'rejections',
  'console',
  'screen',
  'library',
  'report',
  'account',
  'styles',
]

test.each(areas)('the texts of "%s" are in the parcel they are looked for, in every language', async (area) => {
  for (const language of languages) expect(Object.keys(await loadTexts(language, area))).not.toHaveLength(0)
})

test('an area nobody wrote is a bug, said by name', async () => {
  await expect(loadTexts('en', 'poems')).rejects.toThrow('poems')
})
