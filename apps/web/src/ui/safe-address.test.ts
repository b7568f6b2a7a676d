import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { expect, test } from 'vitest'
import { safeAddress } from './safe-address.ts'

/** What the Markdown reader makes of a text, without the looks of our own. */
const html = (text: string): string =>
  renderToStaticMarkup(
    createElement(ReactMarkdown, { remarkPlugins: [remarkGfm], urlTransform: safeAddress, children: text }),
  )

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  'a <iframe src="https://evil.example"></iframe> b',
  '<style>body { display: none }</style>',
  '<a href="javascript:alert(1)">x</a>',
  '- <details open ontoggle=alert(1)>',
])('HTML in a text is never run: %s', (text) => {
  expect(html(text)).not.toMatch(/<(script|svg|iframe|style|img|a|details)\b/)
})

test.each([
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](vbscript:msgbox)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](//evil.example)',
  '[x](/&#92;evil.example)',
  '<javascript:alert(1)>',
  '![x](data:image/svg+xml,<svg/>)',
  '![x](javascript:alert(1))',
  '![x](mailto:ann@evil.example)',
  '[x]: javascript:alert(1)\n\n[x]',
])('no link or picture leads to scripts, or elsewhere without saying so: %s', (text) => {
  const addresses = [...html(text).matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address ?? '')
  expect(addresses.map((address) => new URL(address, 'https://own.invalid').origin)).toEqual(
    addresses.map(() => 'https://own.invalid'),
  )
})

test.each(['https://elsewhere.example/a?b#c', 'http://elsewhere.example', '/files/a.png', 'a.png', '#part'])(
  'the web and our own pages can be linked and shown: %s',
  (address) => {
    for (const attribute of ['href', 'src']) expect(safeAddress(address, attribute)).toBe(address)
  },
)

test('mail can be linked', () => {
  expect(safeAddress('mailto:ann@example.org', 'href')).toBe('mailto:ann@example.org')
})

test('pictures of this installation are shown', () => {
  const address = `/files/0b7c3f1e-1111-4222-8333-444455556666/${'ab'.repeat(32)}/screen.webp`
  expect(html(`![A map](${address})`)).toContain(`src="${address}"`)
})
