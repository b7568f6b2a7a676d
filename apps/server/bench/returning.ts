/** What people are sent who return after a drop, against everything: `tsx --conditions=@humuus/source bench/returning.ts [people]`. */
import { randomUUID } from 'node:crypto'
import type { Viewer } from '@humuus/api'
import { memoryEventLog } from '@humuus/db'
import { engine, type HumuusCommand } from '@humuus/workshop-engine'
import { Admission } from '../src/rooms/admission.ts'
import { smallest, snapshot } from '../src/rooms/first-look.ts'
import { Leg } from '../src/rooms/leg.ts'
import { Room } from '../src/rooms/room.ts'

const people = Number(process.argv[2] ?? 1_000)
const plan = engine.plan.parse({
  format: 'humuus/1',
  title: 'Coming back',
  settings: { maxParticipants: people },
  nodes: ['first', 'second'].map((id) => ({
    id,
    type: 'quiz',
    closeWhenAllDone: false,
    data: { text: `The ${id} question?`, options: [{ text: 'yes', correct: true }, { text: 'no' }, { text: 'maybe' }] },
  })),
})

const log = memoryEventLog()
const sessionId = randomUUID()
log.addSession(sessionId)
const ports = {
  log,
  now: () => Date.now(),
  serverId: 'bench',
  door: new Admission(),
  schedule: () => {},
  written: () => {},
  onError: (error: unknown) => console.error(error),
}
const room = await Room.open(sessionId, engine.initial({ plan, facilitator: { id: 'host', name: 'Host' } }), ports)
const say = (id: string, command: HumuusCommand) =>
  room.submit({ commandId: randomUUID(), actor: { kind: 'user', id }, command, givenAt: null })
const everybody = (command: (index: number) => HumuusCommand) =>
  Promise.all(Array.from({ length: people }, (_, index) => say(`person-${index}`, command(index))))
const answer = (nodeId: string) => (index: number) =>
  ({ type: 'act', nodeId, node: 'quiz', act: { type: 'answer', choice: [index % 3] } }) satisfies HumuusCommand

await say('host', { type: 'open_lobby' })
await everybody((index) => ({ type: 'join', name: `Person ${index}` }))
await say('host', { type: 'start' })
await everybody(answer('first'))
// Thirty seconds of a workshop: the answers are shown, the next question is asked, and everybody else answers it.
const dropped = room.head
await say('host', { type: 'reveal', nodeId: 'first' })
await say('host', { type: 'next', from: 'first' })
await Promise.all(Array.from({ length: people - 1 }, (_, index) => say(`person-${index + 1}`, answer('second')(index))))

const bytes = (message: unknown) => Buffer.byteLength(JSON.stringify(message))
const viewers: readonly Viewer[] = [
  { role: 'participant', userId: 'person-0' },
  { role: 'screen' },
  { role: 'host', userId: 'host' },
]
console.log(`${people} people, ${room.head.version - dropped.version} versions missed`)
for (const viewer of viewers) {
  const leg = new Leg({ role: viewer.role, from: dropped, to: room.head, sent: dropped.version }, null)
  const sent = smallest(leg, viewer)
  const [part, whole] = [bytes(sent), bytes(snapshot(room.head, viewer))]
  console.log(
    `${viewer.role.padEnd(12)} ${sent?.kind} ${part} bytes, everything ${whole} bytes, ratio ${(part / whole).toFixed(2)}`,
  )
}
await room.stop()
process.exit(0)
