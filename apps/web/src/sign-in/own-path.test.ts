import { describe, expect, it } from 'vitest'
import { ownPath } from './own-path.ts'

describe('the way on after signing in', () => {
  it.each(['/library', '/w/1', '/host/1?tab=now', '/s/482913', '/account#devices'])('leads to our own %s', (path) => {
    expect(ownPath(path)).toBe(path)
  })

  it.each([
    null,
    '',
    'library',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    '/x/..//elsewhere.example',
    'javascript:alert(1)',
  ])('never leads elsewhere: %s', (path) => {
    expect(ownPath(path)).toBe('/library')
  })
})
