/**
 * What counting costs on the way of a vote: votes per second of the real rooms over a log in memory, with and without, in turn, in
 * one process: `tsx --conditions=@humuus/source bench/metrics.ts [people] [rounds]`.
 */
import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { Server } from 'node:http'
import { memoryEventLog } from '@humuus/db'
import { engine, type HumuusCommand } from '@humuus/workshop-engine'
import { metricsOf } from '../src/ops/metrics.ts'
import { Numbers } from '../src/ops/numbers.ts'
import { trafficOf } from '../src/ops/traffic.ts'
import { Neighbours } from '../src/rooms/neighbours.ts'
import { LiveRooms } from '../src/rooms/rooms.ts'

const people = Number(process.argv[2] ?? 1_000)
const rounds = Number(process.argv[3] ?? 30)
/** Views that are told of each change: every tenth person looks on. */
const views = Math.ceil(people / 10)

const plan = engine.plan.parse({
  format: 'humuus/1',
  title: 'Counting',
  settings: { maxParticipants: people },
  nodes: [{ id: 'mood', type: 'poll', data: { text: 'How are you?', options: [{ text: 'fine' }, { text: 'tired' }] } }],
})

async function stage(numbers: Numbers | undefined) {
  const log = memoryEventLog()
  const sessionId = randomUUID()
  log.addSession(sessionId)
  const nothing = async () => {}
  const rooms = new LiveRooms({
    log,
    now: Date.now,
    start: async () => engine.initial({ plan, facilitator: { id: 'host', name: 'Host' } }),
    schedule: () => {},
    written: () => {},
    neighbours: new Neighbours({ beat: nothing, alive: async () => new Set() }),
    books: { addDuplicates: nothing, addShown: nothing },
    onError: (error) => console.error(error),
    observer: numbers,
  })
  const say = (userId: string, command: HumuusCommand) =>
    rooms.submit(sessionId, { commandId: randomUUID(), userId, command, givenAt: null })
  const everybody = (command: (index: number) => HumuusCommand) =>
    Promise.all(Array.from({ length: people }, (_, index) => say(`person-${index}`, command(index))))
  await say('host', { type: 'open_lobby' })
  await everybody((index) => ({ type: 'join', name: `Person ${index}` }))
  await say('host', { type: 'start' })
  const over = new AbortController()
  const look = async (index: number) => {
    const viewer = { role: 'participant', userId: `person-${index}` } as const
    const watching = { since: null, page: randomUUID(), beats: false, room: nothing }
    for await (const _ of rooms.live(sessionId, viewer, watching, over.signal)) if (over.signal.aborted) return
  }
  const looking = Array.from({ length: views }, (_, index) => look(index))
  let round = 0
  return {
    rooms,
    /** Everybody votes once, and once more; votes per second. */
    votes: async () => {
      round++
      const began = performance.now()
      await everybody((index) => ({
        type: 'act',
        nodeId: 'mood',
        node: 'poll',
        act: { type: 'vote', choice: [(index + round) % 2] },
      }))
      return (people * 1_000) / (performance.now() - began)
    },
    end: async () => {
      over.abort()
      await Promise.all(looking)
      await rooms.stop()
    },
  }
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const numbers = new Numbers()
const counted = await stage(numbers)
const bare = await stage(undefined)
const registry = metricsOf({
  numbers,
  census: () => counted.rooms.census(),
  traffic: trafficOf(new EventEmitter() as Server),
  sockets: () => views,
  isDatabaseUp: () => true,
  isBusUp: () => true,
  queues: async () => [],
})

const results = { bare: [] as number[], counted: [] as number[], ratio: [] as number[] }
const scrapes: number[] = []
for (let round = -5; round < rounds; round++) {
  // In turn, and the other one first every second time: what the machine does meanwhile hits both.
  const order = round % 2 === 0 ? (['bare', 'counted'] as const) : (['counted', 'bare'] as const)
  const now = { bare: 0, counted: 0 }
  for (const which of order) {
    now[which] = await (which === 'bare' ? bare : counted).votes()
    // A person may send so many commands a second.
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  const began = performance.now()
  await registry.metrics()
  if (round < 0) continue
  scrapes.push(performance.now() - began)
  for (const which of order) results[which].push(now[which])
  results.ratio.push(now.counted / now.bare)
}
const accepted = numbers.commands.get('accepted') ?? 0
console.log(`${people} people, ${views} views, ${rounds} rounds; ${accepted} commands accepted and counted`)
console.log(`without counting  ${Math.round(median(results.bare))} votes/s`)
console.log(`with counting     ${Math.round(median(results.counted))} votes/s`)
console.log(`ratio             ${median(results.ratio).toFixed(3)} (median of the rounds)`)
console.log(`a scrape          ${median(scrapes).toFixed(1)} ms`)
await Promise.all([counted.end(), bare.end()])
process.exit(0)
