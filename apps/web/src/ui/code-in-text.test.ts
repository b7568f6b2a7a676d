import { expect, test } from 'vitest'
import { codeInText, spacedCode } from './code-in-text.ts'

test.each([
  ['482913', '482913'],
  ['482 913', '482913'],
  [' 482-913 ', '482913'],
  ['4829', '4829'],
  ['4829137', '482913'],
  ['https://workshop.example/s/482913', '482913'],
  ['http://192.168.178.20:3000/s/482913?from=qr', '482913'],
  ['Join with 482 913 please', '482913'],
  ['Code: 482913.', '482913'],
  ['nothing here', ''],
  ['', ''],
])('the code in %j is %j', (text, code) => {
  expect(codeInText(text)).toBe(code)
})

test('a code is shown in two groups of three', () => {
  expect(spacedCode('482913')).toBe('482\u00a0913')
  expect(spacedCode('482')).toBe('482')
})
