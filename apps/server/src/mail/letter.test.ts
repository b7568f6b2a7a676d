import type { Letter, LetterContent } from '@humuus/api'
import { describe, expect, test } from 'vitest'
import { write } from './letter.ts'

const link = 'https://humuus.example/confirm#key=a-secret&x=1'
const other = 'https://humuus.example/reset#key=another'

const contents = {
  confirm_email: { kind: 'confirm_email', link },
  already_registered: { kind: 'already_registered', signInLink: link, resetLink: other },
  reset_password: { kind: 'reset_password', link },
  no_account: { kind: 'no_account', signInLink: link },
  email_changed: { kind: 'email_changed', newEmail: 'new@example.org' },
  password_changed: { kind: 'password_changed', resetLink: link },
  invitation: { kind: 'invitation', link, by: 'Ann' },
} satisfies { [Kind in LetterContent['kind']]: Extract<LetterContent, { kind: Kind }> }

const languages = ['de', 'en'] as const
const everyLetter = languages.flatMap((language) =>
  Object.values(contents).map((content): Letter => ({ to: 'ben@example.org', language, ...content })),
)
const named = everyLetter.map((letter) => [letter.kind, letter.language, letter] as const)

/** Where the links of a page lead, as a browser reads them. */
const leadsTo = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&'))

describe.each(named)('%s in %s', (_kind, _language, letter) => {
  const written = write(letter)
  const links = Object.values(letter).filter((value) => value.startsWith('https://'))

  test('has one line of subject and says the same in text and HTML', () => {
    expect(written.subject).toMatch(/^\S[^\n\r]{5,60}$/)
    const sentences = written.text.split('\n').filter((line) => line !== '' && !line.startsWith('https://'))
    for (const sentence of sentences.slice(0, -1)) {
      const escaped = sentence.replace(/:$/, '').replaceAll("'", '&#39;')
      expect(written.html).toContain(escaped)
    }
  })

  test('leads where it was told to, and nowhere else', () => {
    for (const each of links) expect(written.text.split('\n')).toContain(each)
    expect(new Set(leadsTo(written.html))).toEqual(new Set(links))
    expect(written.html.match(/class="button"/g) ?? []).toHaveLength(links.length > 0 ? 1 : 0)
  })

  test('fetches nothing and runs nothing', () => {
    expect(written.html).not.toMatch(/<(img|script|link|iframe|form)|src=|url\(|@import/)
  })

  test('says why it came, and what to do for somebody who had nothing to do with it', () => {
    const words = {
      de: ['Du bekommst diese Mail', /Warst du das nicht\?|Sagt dir das nichts\?/],
      en: ['You get this mail', /It was not you\?|That means nothing to you\?/],
    } as const
    for (const body of [written.text, written.html]) {
      expect(body).toContain(words[letter.language][0])
      expect(body).toMatch(words[letter.language][1])
    }
  })

  test('is written in its language, and for the dark, too', () => {
    expect(written.html).toContain(`<html lang="${letter.language}">`)
    expect(written.html).toContain('prefers-color-scheme: dark')
  })
})

test('German says du, never Sie', () => {
  for (const letter of everyLetter.filter(({ language }) => language === 'de')) {
    const { text } = write(letter)
    expect(text).toMatch(/\b(du|Du|dir|dein\w*|Dein\w*)\b/)
    expect(text).not.toMatch(/\b(Sie|Ihr|Ihre\w*|Ihnen)\b/)
  }
})

const invitation = (by: string) => write({ to: 'ben@example.org', language: 'en', kind: 'invitation', link, by })

describe('names in a mail', () => {
  test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='x", '&lt;b&gt;'])(
    'are text, not HTML: %s',
    (by) => {
      const { html } = invitation(by)
      expect(html).not.toMatch(/<script|<img|onmouseover='/)
      expect(html.match(/<[a-z]+/g)).toEqual(invitation('Ann').html.match(/<[a-z]+/g))
      if (by.startsWith('&')) expect(html).toContain('&amp;lt;b&amp;gt;')
    },
  )

  test.each(['Ann\r\nBcc: eve@example.org', 'Ann\u2028Bcc: eve@example.org', 'Ann\nhttps://evil.example/'])(
    'stay on their line: %j',
    (by) => {
      const lines = invitation(by).text.split('\n')
      expect(lines).toHaveLength(invitation('Ann').text.split('\n').length)
      expect(lines.filter((line) => /^(Bcc|https:\/\/evil)/.test(line))).toEqual([])
    },
  )

  test.each([
    ['Visit evil.example', 'Visit evil. example'],
    ['https://evil.example/x', 'https: / / evil. example/ x'],
    ['eve@evil.example', 'eve@ evil. example'],
    ['evil。example', 'evil。 example'],
    ['J.R. Smith', 'J. R. Smith'],
    ['Dr. Ann', 'Dr. Ann'],
  ])('are no links: %s', (by, shown) => {
    expect(invitation(by).text).toContain(`${shown} invites you`)
  })

  test('do not turn the text around, are not invisible, and are not long', () => {
    expect(invitation('\u202eAnn\u200b\0').text).toContain('Ann invites you')
    expect(invitation('x'.repeat(500)).text).toContain(`${'x'.repeat(60)} invites you`)
    expect(invitation('👩'.repeat(500)).text).toContain(`${'👩'.repeat(60)} invites you`)
  })

  test.each(['', ' \r\n', '\u200b\u202e'])('that are none are somebody: %j', (by) => {
    expect(invitation(by).text).toContain('Somebody invites you')
    expect(write({ to: 'b@example.org', language: 'de', kind: 'invitation', link, by }).text).toContain('Jemand lädt')
  })
})

test('an address that is shown is text in one line', () => {
  const newEmail = 'eve@example.org\r\n\r\nhttps://evil.example/<script>\u202e'
  const { text, html } = write({ to: 'ben@example.org', language: 'en', kind: 'email_changed', newEmail })
  expect(text.split('\n')).toContain('eve@example.orghttps://evil.example/<script>')
  expect(html).not.toContain('<script')
  expect(leadsTo(html)).toEqual([])
})

const confirm = (to: string) => write({ to: 'b@example.org', language: 'en', kind: 'confirm_email', link: to })

describe('links in a mail', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '/confirm',
    '',
    'https://humuus.example@evil.example/',
    'ftp://x/',
  ])('lead to a page, or the mail is not written: %s', (bad) => {
    expect(() => confirm(bad)).toThrow('a link')
  })

  test('show a foreign host as what it is', () => {
    const { text, html } = confirm('https://humu\u0443s.example/#key')
    for (const body of [text, html]) {
      expect(body).toMatch(/https:\/\/xn--[a-z0-9-]+\.example\/#key/)
      expect(body).not.toContain('humu\u0443s')
    }
  })

  test('cannot leave their place', () => {
    const { text, html } = confirm('https://humuus.example/#"><script>\n\r\nx')
    expect(html).not.toContain('<script>')
    expect(text.split('\n')).toContain('https://humuus.example/#%22%3E%3Cscript%3Ex')
  })
})
