import { randomUUID } from 'node:crypto'
import type { HumuusCommand } from '@humuus/workshop-engine'
import { type Random, seededRandom } from '@humuus/workshop-engine/testing'
import { expect, test } from 'vitest'
import { smallWorld } from '../test/small-server.ts'
import type { Client } from './index.ts'
import { FlakyLink } from './testing/index.ts'

const patience = { withinMs: 15_000 }

const vote = (choice: number): HumuusCommand => ({
  type: 'act',
  nodeId: 'mood',
  node: 'poll',
  act: { type: 'vote', choice: [choice] },
})

/** Changes the mind ten times over, sending some wishes twice at once; every one has to be acknowledged. Returns the last. */
async function changeMind(person: Client, sessionId: string, chance: Random): Promise<number> {
  let choice = 0
  for (let turn = 0; turn < 10; turn++) {
    choice = 1 - choice
    const commandId = randomUUID()
    const times = chance.next() < 0.3 ? 2 : 1
    const sent = Array.from({ length: times }, () => person.send(sessionId, vote(choice), { ...patience, commandId }))
    const results = await Promise.all(sent)
    expect(results.every((result) => result.ok)).toBe(true)
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
  }
  return choice
}

// Each seed is another bad network: pieces come late, connections die with what they carried.
test.each([
  { transport: 'websocket', seed: 1 },
  { transport: 'websocket', seed: 2 },
  { transport: 'http', seed: 3 },
] as const)(
  'over a bad network every wish counts once and everybody sees the same in the end: $transport, seed $seed',
  async ({ transport, seed }) => {
    await using world = await smallWorld()
    const { sessionId, facilitator, room } = world
    await facilitator.send(sessionId, { type: 'open_lobby' })
    await using link = await FlakyLink.open({ target: world.url, seed, delayMs: [0, 5], cutChance: 0.03 })

    const people = await Promise.all(Array.from({ length: 5 }, () => world.connect({ url: link.url, transport })))
    for (const [index, person] of people.entries()) await person.join(sessionId, `Person ${index}`, patience)
    const views = people.map((person) => person.watch({ sessionId, role: 'participant' }))
    await facilitator.send(sessionId, { type: 'start' })
    const choices = await Promise.all(
      people.map((person, index) => changeMind(person, sessionId, seededRandom(`${seed} ${index}`))),
    )
    await facilitator.send(sessionId, { type: 'close', nodeId: 'mood' })
    await facilitator.send(sessionId, { type: 'reveal', nodeId: 'mood' })

    link.calm()
    for (const [index, person] of people.entries()) {
      const merged = await views[index]?.until(({ shared }) => shared.step?.phase === 'revealed', 10_000)
      const fresh = await person.watch({ sessionId, role: 'participant' }).until(() => true, 10_000)
      expect(merged).toEqual(fresh)
      expect(merged?.own.step).toEqual({ type: 'poll', choice: [choices[index]] })
    }
    expect(link.cuts).toBeGreaterThan(3)
    expect(room.received.length).toBeGreaterThan(new Set(room.received).size)
    // 50 votes, 5 arrivals, and the facilitator's lobby, start, close and reveal: each once.
    expect(room.version).toBe(59)
  },
)
