import { expect, test } from 'vitest'
import { needsMarkdown, plainParagraphs } from './markdown-need.ts'

test.each(['What grows fastest?', 'Two lines.\n\nTwo paragraphs – with a dash.', '„Humus“, 3 % (pH 6.5)', 'a - b'])(
  '%j is plain and loads nothing',
  (text) => {
    expect(needsMarkdown(text)).toBe(false)
  },
)

test.each([
  '**bold**',
  '- a list',
  '1. first',
  '# Title',
  '[link](https://example.org)',
  '| a | b |',
  'see https://example.org',
  '> quote',
  '`code`',
  'a &amp; b',
])('%j needs the Markdown reader', (text) => {
  expect(needsMarkdown(text)).toBe(true)
})

test('paragraphs are parted by empty lines', () => {
  expect(plainParagraphs('one\ntwo\n\n\nthree\n').map(({ text }) => text)).toEqual(['one\ntwo', 'three'])
})

test('quotations without end are shown as they were written, and keep no phone busy', () => {
  expect(needsMarkdown('> '.repeat(10))).toBe(true)
  expect(needsMarkdown('>'.repeat(20_000))).toBe(false)
  expect(needsMarkdown(`a\n${'> '.repeat(10_000)}`)).toBe(false)
})

test.each(['\n', ' ', '\n ', '>', '> ', '&a', '-', '1'])('a text of nothing but %j is looked at in no time', (sign) => {
  const text = `a${sign.repeat(20_000 / sign.length)}`
  const began = performance.now()
  needsMarkdown(text)
  plainParagraphs(text)
  expect(performance.now() - began).toBeLessThan(200)
})
