import { expect, it } from 'vitest'
import { newerPage } from './newer-page.ts'
import { watched } from './watched.ts'

function page() {
  const pending = watched(0)
  let reloads = 0
  const newer = newerPage(pending, () => {
    reloads++
  })
  return { pending, newer, reloads: () => reloads }
}

it('is loaded at once when nobody loses by it', () => {
  const { newer, reloads } = page()
  newer.hold('step')
  newer.needed()
  expect(reloads()).toBe(1)
})

it('waits in the middle of a step until the answer is sent, and says that it waits', () => {
  const { pending, newer, reloads } = page()
  newer.hold('step')
  pending.set(1)
  newer.needed()
  expect([reloads(), newer.get()]).toEqual([0, true])
  pending.set(0)
  expect([reloads(), newer.get()]).toEqual([1, false])
})

it('waits for words that were not sent, until the step is over', () => {
  const { newer, reloads } = page()
  const stepOver = newer.hold('step')
  newer.hold('draft')
  newer.needed()
  expect(reloads()).toBe(0)
  stepOver()
  expect(reloads()).toBe(1)
})

it('does not wait when the person does not want to', () => {
  const { pending, newer, reloads } = page()
  newer.hold('step')
  pending.set(1)
  newer.needed()
  newer.now()
  pending.set(0)
  expect(reloads()).toBe(1)
})

it('is not loaded without need', () => {
  const { pending, newer, reloads } = page()
  pending.set(1)
  newer.hold('step')()
  pending.set(0)
  expect(reloads()).toBe(0)
})
