import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endingWith, fileName } from './file-name.ts'

test.each([
  ['flip chart.jpg', 'flip chart.jpg'],
  ['../../../etc/passwd', 'passwd'],
  ['..\\..\\boot.ini', 'boot.ini'],
  ['.htaccess', 'htaccess'],
  ['a\r\nset-cookie: b.png', 'aset-cookie: b.png'],
  ['photo\u202egnp.exe', 'photognp.exe'],
  ['  \t ', 'file'],
  ['', 'file'],
  ['..', 'file'],
  ['Straßen\u0308 über.pdf', 'Straßen\u0308 über.pdf'],
])('%j is kept as %j', (given, kept) => {
  expect(fileName(given)).toBe(kept)
})

test('a name of 10,000 characters is cut in front of its ending', () => {
  expect(fileName(`${'ä'.repeat(10_000)}.jpeg`)).toBe(`${'ä'.repeat(250)}.jpeg`)
  expect(fileName('😀'.repeat(10_000))).toBe('😀'.repeat(127))
})

test('whatever a name is, it fits, leads nowhere, and stays what it is when it is cleaned again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = fileName(given)
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(255)
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cs}]/u)
      expect(name.startsWith('.')).toBe(false)
      expect(fileName(name)).toBe(name)
    }),
  )
})

test('what is given out ends with what it is', () => {
  expect(endingWith('IMG_1.HEIC', 'jpg')).toBe('IMG_1.jpg')
  expect(endingWith('minutes v1.2', 'pdf')).toBe('minutes v1.pdf')
  expect(endingWith('voice', 'm4a')).toBe('voice.m4a')
})
