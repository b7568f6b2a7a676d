import { describe, expect, test } from 'vitest'
import { clockOf } from './clock.ts'
import type { ScreenView } from './screen-view.ts'

const step = {
  collects: true,
  phase: 'open',
  openedAt: 0,
  readUntil: 5_000,
  deadline: 25_000,
  goesOnAt: null,
  pausedAt: null,
}
const view = (change: object, phase = 'active') => ({ phase, step: { ...step, ...change } }) as unknown as ScreenView

describe('the clock on the screen', () => {
  test('runs from the end of reading to the deadline', () => {
    expect(clockOf(view({}))).toEqual({ deadline: 25_000, pausedWith: null, total: 20_000 })
  })
  test('stands still in a pause', () => {
    expect(clockOf(view({ pausedAt: 15_000 }, 'paused'))).toMatchObject({ pausedWith: 10_000 })
  })
  test('is gone once answers are closed', () => {
    expect(clockOf(view({ phase: 'closed' }))).toBeNull()
  })
  test('shows when a step goes on by itself', () => {
    expect(clockOf(view({ collects: false, deadline: null, goesOnAt: 30_000 }))).toMatchObject({
      deadline: 30_000,
      total: 30_000,
    })
  })
  test('is not there when the workshop is over', () => {
    expect(clockOf(view({}, 'completed'))).toBeNull()
  })
})
