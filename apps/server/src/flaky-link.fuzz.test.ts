import { randomUUID } from 'node:crypto'
import { FlakyLink } from '@humuus/client/testing'
import { seededRandom } from '@humuus/workshop-engine/testing'
import { expect, test } from 'vitest'
import { openWorld, vote } from './testing/world.ts'

const within = 30_000

test.each([1, 2, 3])(
  'seed %i: through drops, delays and double sends every view ends up like a fresh one',
  async (seed) => {
    await using world = await openWorld()
    const { sessionId, code, screenKey, command, host } = await world.hosted()
    await using link = await FlakyLink.open({ target: world.server.url, seed, delayMs: [0, 15], cutChance: 0.02 })
    const chance = seededRandom(`votes ${seed}`)
    const people = await Promise.all(['Ann', 'Ben', 'Cem'].map((name) => joined(name)))
    async function joined(name: string) {
      const client = await world.person({ url: link.url })
      await client.join(code, name)
      return { client, view: client.watch({ sessionId, role: 'participant' }), last: null as number | null }
    }
    await command({ type: 'start' })

    for (let round = 0; round < 12; round++) {
      await Promise.all(
        people.map(async (person) => {
          const choice = chance.next() < 0.5 ? 0 : 1
          const commandId = randomUUID()
          const sends = [person.client.send(sessionId, vote(choice), { commandId })]
          if (chance.next() < 0.3) sends.push(person.client.send(sessionId, vote(choice), { commandId }))
          const answers = await Promise.all(sends)
          expect(answers.every((answer) => answer.ok)).toBe(true)
          person.last = choice
        }),
      )
      if (chance.next() < 0.3) link.cut()
    }
    link.calm()
    expect(link.cuts).toBeGreaterThan(0)
    await command({ type: 'reveal', nodeId: 'mood' })

    const fresh = await host
      .watch({ sessionId, role: 'screen', screenKey })
      .until(({ shared }) => shared.present === 3, within)
    const counts = [0, 1].map((choice) => people.filter((person) => person.last === choice).length)
    expect(fresh.shared.step?.content).toMatchObject({ results: { counts, votes: 3 } })
    for (const { client, view, last } of people) {
      const merged = await view.until(({ version }) => version >= fresh.version, within)
      const anew = await client
        .watch({ sessionId, role: 'participant' })
        .until(({ version }) => version >= merged.version, within)
      expect(merged.shared).toEqual(anew.shared)
      expect(merged.own).toEqual(anew.own)
      expect(merged.own?.step).toMatchObject({ choice: [last] })
    }
  },
)
