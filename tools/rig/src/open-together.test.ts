import { expect, test } from 'vitest'
import { openTogether } from './open-together.ts'

test('parts end one after the other, the last first, when it is disposed of', async () => {
  const ended: string[] = []
  {
    await using both = await openTogether(async (atEnd) => {
      atEnd(async () => void ended.push('database'))
      atEnd(() => void ended.push('server'))
      return { url: 'http://127.0.0.1:1' }
    })
    expect(both.url).toBe('http://127.0.0.1:1')
    expect(ended).toEqual([])
  }
  expect(ended).toEqual(['server', 'database'])
})

test('where a part cannot be opened those before it end, and it is said why', async () => {
  const ended: string[] = []
  const opening = openTogether(async (atEnd) => {
    atEnd(() => void ended.push('database'))
    throw new Error('the server did not start')
  })
  await expect(opening).rejects.toThrow('the server did not start')
  expect(ended).toEqual(['database'])
})
