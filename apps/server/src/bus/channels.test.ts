import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { channelOf, channels } from './channels.ts'

test('a session has one channel, and every channel some of the sessions', () => {
  const ids = Array.from({ length: 1_000 }, () => randomUUID())
  const used = ids.map(channelOf)
  expect(ids.map(channelOf)).toEqual(used)
  for (const channel of used) expect(channels).toContain(channel)
  const versions = channels.filter((channel) => channel.startsWith('humuus:versions:'))
  for (const channel of versions) expect(used.filter((one) => one === channel).length).toBeGreaterThan(20)
})
