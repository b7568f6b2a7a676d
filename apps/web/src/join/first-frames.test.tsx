// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest'
import { firstFrames } from './first-frames.tsx'
import { typedAhead } from './typed-ahead.ts'

beforeAll(async () => {
  document.body.innerHTML = await firstFrames()
})

const all = (selector: string) => [...document.querySelectorAll(selector)]

test('the page of the code is there in each language', () => {
  expect(all('[data-first-frame]').map((frame) => frame.getAttribute('data-first-frame'))).toEqual(['de', 'en'])
  expect(all('h1').map(({ textContent }) => textContent)).toEqual(['Gib den Code ein', 'Enter the code'])
})

test('it is a page as it should be: no two parts share an id, each field has its label, and nothing runs', () => {
  const ids = all('[id]').map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(all('label').map((label) => label.getAttribute('for'))).toEqual(all('input').map(({ id }) => id))
  expect(document.body.innerHTML).not.toMatch(/<script|javascript:|\son\w+=/i)
})

test('what was typed before React came is not lost', () => {
  expect(typedAhead()).toBe('')
  for (const field of all('[data-first-frame="en"] input')) (field as HTMLInputElement).value = '482'
  expect(typedAhead()).toBe('482')
})
