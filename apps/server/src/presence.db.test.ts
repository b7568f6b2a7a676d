import { FlakyLink } from '@humuus/client/testing'
import { expect, test } from 'vitest'
import { openWorld } from './testing/world.ts'

/** The promise: who is here is right within so long, whatever died. */
const promisedMs = 15_000

test.each(['websocket', 'http'] as const)(
  'a phone whose battery dies, without a word over %s, is away within fifteen seconds; a short drop shows nowhere',
  async (transport) => {
    await using world = await openWorld()
    await using link = await FlakyLink.open({ target: world.server.url, seed: 1 })
    const { sessionId, code, host } = await world.hosted()
    const ann = await world.person({ url: link.url, transport })
    await ann.join(code, 'Ann')
    const view = ann.watch({ sessionId, role: 'participant' })
    await view.until(() => true, 5_000)
    const sees = host.watch({ sessionId, role: 'host' })
    await sees.until(({ shared }) => shared.present === 1, 5_000)
    const standings = new Set<string>()
    sees.changed(() => standings.add(sees.state?.shared.people[ann.userId]?.standing ?? ''))

    link.cut()
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    expect(standings.has('away')).toBe(false)

    // Nothing passes any more, and nobody is told that the connection is over.
    link.freeze()
    const died = performance.now()
    await sees.until(({ shared }) => shared.present === 0, promisedMs)
    expect(performance.now() - died).toBeLessThan(promisedMs)
    link.thaw()
    await sees.until(({ shared }) => shared.present === 1, promisedMs)
  },
  60_000,
)
