import fc from 'fast-check'
import { expect, test } from 'vitest'
import { write } from './letter.ts'

const link = 'https://humuus.example/join#key=secret'
const invitation = (by: string) => write({ to: 'ben@example.org', language: 'de', kind: 'invitation', link, by })

const tags = (html: string) => html.match(/<[^>]*>/g)
const plain = invitation('Ann')

test('whatever somebody calls themselves, the mail keeps its lines, its tags and its links', () => {
  const bits = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '\r\n',
    '\u2028',
    '\u202e',
    '.',
    '://',
    '@',
    'evil.example',
    'www.',
    '</p>',
    '\0',
  )
  const name = fc.array(fc.oneof(bits, fc.string({ unit: 'binary' })), { maxLength: 20 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(name, (by) => {
      const { subject, text, html } = invitation(by)
      expect(subject).toBe(plain.subject)
      expect(text.split('\n')).toHaveLength(plain.text.split('\n').length)
      expect(tags(html)).toEqual(tags(plain.html))
      expect(text.replaceAll(link, '')).not.toMatch(/https?:\/\/|\w@\w|\w\.\w/)
      expect(`${text}${html}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0\r]/)
    }),
    { numRuns: 2_000 },
  )
})
