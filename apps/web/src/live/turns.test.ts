import { expect, it } from 'vitest'
import { lockedTurns } from './turns.ts'

// How turns are taken where there are locks is played in a real browser, in e2e.
it.each([
  ['there are no locks', null],
  ['locks are refused', { request: () => Promise.reject(new DOMException('no', 'SecurityError')) }],
])('everybody goes at once where %s', async (_, locks) => {
  const turns = lockedTurns(locks as Pick<LockManager, 'request'> | null, 30)
  let underWay = 0
  const together = new Promise<void>((resolve) => {
    const meet = () => {
      if (++underWay === 2) resolve()
      return together
    }
    setTimeout(() => {
      void turns('s', meet)
      void turns('s', meet)
    })
  })
  await together
  expect(underWay).toBe(2)
  await expect(turns('s', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})
