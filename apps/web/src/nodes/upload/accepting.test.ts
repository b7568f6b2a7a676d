import { expect, test } from 'vitest'
import { acceptOf, type FileLimits, refusedAtOnce } from './accepting.ts'

const limits: FileLimits = {
  maxBytes: 50 * 1024 * 1024,
  accept: [
    { kind: 'picture', types: ['image/jpeg', 'image/heic'], extensions: ['jpg', 'heic'] },
    { kind: 'document', types: ['application/pdf'], extensions: ['pdf'] },
  ],
  personQuota: 1,
  sessionQuota: 1,
  days: 90,
}

test('a file dialogue offers what the step takes, by type and by ending', () => {
  expect(acceptOf(['picture'], limits)).toBe('image/jpeg,image/heic,.jpg,.heic')
  expect(acceptOf(['audio'], limits)).toBe('')
  expect(acceptOf(['picture'], null)).toBeUndefined()
})

test.each([
  [{ name: 'a.jpg', type: 'image/jpeg', size: 10 }, null],
  [{ name: 'IMG_1.HEIC', type: '', size: 10 }, null],
  [{ name: 'a.jpg', type: 'image/jpeg', size: 0 }, 'file_empty'],
  [{ name: 'a.jpg', type: 'image/jpeg', size: limits.maxBytes + 1 }, 'file_too_large'],
  [{ name: 'a.svg', type: 'image/svg+xml', size: 10 }, 'file_type'],
  [{ name: 'a.pdf', type: 'application/pdf', size: 10 }, 'file_type'],
  [{ name: 'pdf', type: '', size: 10 }, 'file_type'],
] as const)('of %j it is said before it is sent: %s', (file, code) => {
  expect(refusedAtOnce(file, ['picture'], limits)?.code ?? null).toBe(code)
})

test('while it is not known what is taken, the server decides', () => {
  expect(refusedAtOnce({ name: 'a.svg', type: 'image/svg+xml', size: 10 }, ['picture'], null)).toBeNull()
})
