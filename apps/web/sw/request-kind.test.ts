import { expect, test } from 'vitest'
import { isInSession, requestKind } from './request-kind.ts'

const here = 'https://humuus.example'
const parcel = {
  version: '1',
  shell: '/index.html',
  always: ['/index.html', '/first-paint.js', '/assets/base-1.js'],
  onceUsed: ['/assets/for-phones-1.js'],
}
const kind = (path: string, { method = 'GET', mode = 'cors', origin = here } = {}) =>
  requestKind({ method, mode, url: origin + path }, here, parcel)

test.each(['/', '/s/123456', '/s/123456?from=qr'])('%s opens without a network', (path) => {
  expect(kind(path, { mode: 'navigate' })).toBe('page')
})

test.each(['/host/abc', '/screen/abc', '/library', '/w/1', '/report/1', '/s/1/2', '/trpc/x', '/healthz'])(
  '%s is left to the network',
  (path) => {
    expect(kind(path, { mode: 'navigate' })).toBe('none')
  },
)

test.each([
  ['/assets/base-1.js', 'part'],
  ['/assets/base-of-another-version.js', 'part'],
  ['/first-paint.js', 'part'],
  ['/assets/for-phones-1.js', 'useful'],
  ['/icon-512.png', 'none'],
  ['/sw.js', 'none'],
])('%s is a %s', (path, expected) => {
  expect(kind(path)).toBe(expected)
})

test('nothing of the API is ever touched', () => {
  expect(kind('/trpc/sessions.clock')).toBe('none')
  expect(kind('/trpc/sessions.command', { method: 'POST' })).toBe('none')
  expect(kind('/assets/base-1.js', { method: 'POST' })).toBe('none')
})

test('nothing of other places is touched', () => {
  expect(kind('/assets/base-1.js', { origin: 'https://elsewhere.example' })).toBe('none')
})

test.each([
  ['/s/123456', true],
  ['/host/1', true],
  ['/screen/1#key', true],
  ['/', false],
  ['/library', false],
])('somebody at %s is in a session: %s', (path, expected) => {
  expect(isInSession(here + path)).toBe(expected)
})
