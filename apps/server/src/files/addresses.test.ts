import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addresses, pathOf, untilFor } from './addresses.ts'

const [old, current] = ['o'.repeat(32), 'n'.repeat(32)]
const hour = 3_600_000
const fileId = randomUUID()
const about = { type: 'image/webp', size: 1, digest: 'a'.repeat(64) }
const variant = { variant: 'screen', key: `${fileId}/screen.webp`, ...about } as const
const path = pathOf(fileId, variant)

const queryOf = (address: string) => {
  const { searchParams } = new URL(address, 'http://localhost')
  return { until: searchParams.get('until'), sig: searchParams.get('sig') }
}

test('an address is good until the next full hour and one more, and the same for all who ask within an hour', () => {
  const moments = [0, 1, hour / 2, hour - 1].map((ms) => untilFor(100 * hour + 1 + ms))
  expect(new Set(moments)).toEqual(new Set([102 * 3_600]))
  expect(untilFor(100 * hour)).toBe(101 * 3_600)
})

test('what was signed opens what it was signed for, until then, and nothing else', () => {
  const ours = addresses([current], '')
  const until = untilFor(0)
  const given = queryOf(ours.signed(path, until))
  expect(ours.judge(path, given, until * 1_000 - 1)).toBeNull()
  expect(ours.judge(path, given, until * 1_000)).toBe('expired')
  expect(ours.judge(path.replace('screen', 'full'), given, 0)).toBe('forged')
  expect(ours.judge(path, { ...given, until: String(until + 3_600) }, 0)).toBe('forged')
  for (const sig of ['', 'a', 'a'.repeat(43), `${given.sig}a`, undefined, ['a'], null])
    expect(ours.judge(path, { ...given, sig }, 0)).toBe('forged')
})

test('when the secret changes, what the one before signed is believed', () => {
  const before = queryOf(addresses([old], '').signed(path, untilFor(0)))
  expect(addresses([current, old], '').judge(path, before, 0)).toBeNull()
  expect(addresses([current], '').judge(path, before, 0)).toBe('forged')
})

test('files may have an origin of their own', () => {
  expect(addresses([current], 'https://files.example.org').open(fileId, variant)).toBe(
    `https://files.example.org/files/${fileId}/${'a'.repeat(64)}/screen.webp`,
  )
})
