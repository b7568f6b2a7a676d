// @vitest-environment happy-dom
import { act, Suspense, useState } from 'react'
import { expect, test } from 'vitest'
import { pageOf } from './page.tsx'
import { drawn } from './ui/testing/drawn.ts'

const inPlace = (Page: ReturnType<typeof pageOf>['Page']) => (
  <Suspense fallback="skeleton">
    <Page />
  </Suspense>
)

function Counter() {
  const [count, setCount] = useState(0)
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      {count}
    </button>
  )
}

const counter = () => pageOf(async () => ({ default: Counter }))

test('a page that was fetched is drawn at once', async () => {
  const { Page, fetch } = counter()
  await fetch()
  using page = drawn(inPlace(Page))
  expect(page.place.textContent).toBe('0')
})

test('a page that was not is waited for, and keeps what it knows when it is fetched again', async () => {
  const { Page, fetch } = counter()
  using page = drawn(inPlace(Page))
  expect(page.place.textContent).toBe('skeleton')
  await act(async () => {})
  act(() => page.place.querySelector('button')?.click())
  await fetch()
  page.again(inPlace(Page))
  expect(page.place.textContent).toBe('1')
})
