import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFileLinks } from './file-links.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const hour = 3_600_000

/** A server that knows these files; every question is written down. */
function linksTo(files: Set<string>, gone: Set<string> = new Set()) {
  const asked: (readonly string[])[] = []
  const server = { isAway: false }
  const links = createFileLinks({
    ask: async (ids) => {
      asked.push(ids)
      if (server.isAway) throw new Error('nobody answers')
      return {
        links: ids.filter((id) => files.has(id)).map((id) => ({ id, thumb: `/files/${id}?${Date.now()}` })),
        gone: ids.filter((id) => gone.has(id)),
        until: Date.now() + hour,
      }
    },
    now: Date.now,
    backoff: () => 1_000,
  })
  return { links, asked, server }
}

test('what a page shows at once is asked for at once, a hundred at a time', async () => {
  const ids = Array.from({ length: 250 }, (_, index) => `file-${index}`)
  const { links, asked } = linksTo(new Set(ids))
  for (const id of ids) links.want(id)
  await vi.advanceTimersByTimeAsync(500)
  expect(asked.map(({ length }) => length)).toEqual([100, 100, 50])
  expect(ids.every((id) => links.get(id).is === 'there')).toBe(true)
})

test('an address is kept while it is good, and asked for anew before it ends while somebody looks', async () => {
  const { links, asked } = linksTo(new Set(['a', 'b']))
  links.want('a')
  const leave = links.want('b')
  await vi.advanceTimersByTimeAsync(500)
  links.want('a')
  await vi.advanceTimersByTimeAsync(hour / 2)
  expect(asked).toHaveLength(1)
  leave()
  await vi.advanceTimersByTimeAsync(hour / 2)
  expect(asked).toEqual([['a', 'b'], ['a']])
})

test('a file that the server does not know of yet is asked for until it does', async () => {
  const files = new Set<string>()
  const { links, asked } = linksTo(files)
  links.want('a')
  await vi.advanceTimersByTimeAsync(2_500)
  expect(links.get('a')).toEqual({ is: 'loading' })
  expect(asked.length).toBeGreaterThan(1)
  files.add('a')
  await vi.advanceTimersByTimeAsync(1_500)
  expect(links.get('a').is).toBe('there')
})

test('what is gone is asked for once', async () => {
  const { links, asked } = linksTo(new Set(), new Set(['a']))
  links.want('a')
  await vi.advanceTimersByTimeAsync(hour)
  expect(links.get('a')).toEqual({ is: 'gone' })
  links.renew('a')
  await vi.advanceTimersByTimeAsync(hour)
  expect(asked).toHaveLength(1)
})

test('while nobody answers, what is known stays, and it is asked on', async () => {
  const { links, asked, server } = linksTo(new Set(['a']))
  links.want('a')
  await vi.advanceTimersByTimeAsync(500)
  const before = links.get('a')
  server.isAway = true
  links.renew('a')
  await vi.advanceTimersByTimeAsync(2_500)
  expect(links.get('a')).toBe(before)
  server.isAway = false
  const known = asked.length
  await vi.advanceTimersByTimeAsync(1_500)
  expect(asked.length).toBeGreaterThan(known)
  expect(links.get('a')).not.toBe(before)
})
