// @vitest-environment happy-dom
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drawn } from './testing/drawn.ts'
import { useCalm } from './use-calm.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const after = (ms: number) => act(() => vi.advanceTimersByTime(ms))

/** Notes each value that is shown. */
function watcher() {
  const shown: number[] = []
  function Shown({ value }: { readonly value: number }) {
    const calm = useCalm(value, 250)
    if (shown.at(-1) !== calm) shown.push(calm)
    return null
  }
  return { Shown, shown }
}

test('of what changes again and again, something new is shown four times a second, and the last', () => {
  const { Shown, shown } = watcher()
  using page = drawn(<Shown value={0} />)
  for (let value = 1; value <= 30; value++) {
    page.again(<Shown value={value} />)
    after(1_000 / 30)
  }
  expect(shown.length).toBeLessThanOrEqual(6)
  after(250)
  expect(shown.at(-1)).toBe(30)
})

test('what changes once is shown at once', () => {
  const { Shown, shown } = watcher()
  using page = drawn(<Shown value={0} />)
  after(1_000)
  page.again(<Shown value={1} />)
  after(0)
  expect(shown).toEqual([0, 1])
})

test('nothing is shown that is no longer so when its turn comes', () => {
  const { Shown, shown } = watcher()
  using page = drawn(<Shown value={0} />)
  page.again(<Shown value={1} />)
  after(0)
  page.again(<Shown value={2} />)
  page.again(<Shown value={1} />)
  after(1_000)
  expect(shown).toEqual([0, 1])
})
