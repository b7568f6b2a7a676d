import { expect, test } from 'vitest'
import { mostBytes, readWorkshopFile } from './read-workshop-file.ts'

test('a workshop file is read as it is', async () => {
  expect(await readWorkshopFile(new File(['{"title":"Soil"}'], 'soil.json'))).toEqual({
    ok: true,
    content: { title: 'Soil' },
  })
})

test('what is not JSON is refused in the words of the parser', async () => {
  expect(await readWorkshopFile(new File(['{"title":'], 'soil.json'))).toMatchObject({
    ok: false,
    problem: 'not_json',
    detail: expect.stringContaining('JSON'),
  })
})

test('a file that the server would not take is not even read', async () => {
  const file = { size: mostBytes + 1, text: () => Promise.reject(new Error('was read')) }
  expect(await readWorkshopFile(file)).toEqual({ ok: false, problem: 'too_large' })
})
