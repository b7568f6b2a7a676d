import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each(['/', '/library', '/w/1?tab=a#b', '/s/123456', '/a%2Fb', '/sign-in?to=https://elsewhere.example'])(
  'somebody may be sent to %s',
  (path) => {
    expect(ownPath(path)).toBe(path)
  },
)

test.each([
  '',
  'library',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  'https:evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n/evil.example',
  ' /library',
  '/library\r\nset-cookie: a=b',
  '/\u0000',
  '/bücher',
  '/auth/oidc/start',
  '/x/../auth/oidc/start',
  `/${'a'.repeat(500)}`,
])('nobody is sent to %j', (path) => {
  expect(ownPath(path)).toBeNull()
})
