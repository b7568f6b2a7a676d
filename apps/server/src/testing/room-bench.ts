import { randomUUID } from 'node:crypto'
import type { Watching } from '@humuus/api'
import { type EventLog, type MemoryEventLog, memoryEventLog } from '@humuus/db'
import { engine, type HumuusCommand } from '@humuus/workshop-engine'
import { Admission } from '../rooms/admission.ts'
import { Room } from '../rooms/room.ts'

const plan = engine.plan.parse({
  format: 'humuus/1',
  title: 'Bench',
  nodes: [
    {
      id: 'colour',
      type: 'poll',
      data: { text: 'Which colour?', options: [{ text: 'red' }, { text: 'green' }], answerSeconds: 60 },
    },
    { id: 'end', type: 'end', data: {} },
  ],
})

export const host = 'host'

/** A room over an in-memory log, with a clock that only moves when told and a record of the ticks it asked for. */
export interface RoomBench {
  readonly room: Room
  readonly log: MemoryEventLog
  readonly scheduled: number[]
  readonly errors: unknown[]
  now: number
  /** Another room over the same log: a second server. */
  another(): Promise<Room>
  send(userId: string, command: HumuusCommand, commandId?: string): ReturnType<Room['submit']>
}

/** Opens a room for a poll with a time limit. `wrap` puts trouble between the room and its log. */
export async function roomBench(wrap: (log: EventLog) => EventLog = (log) => log): Promise<RoomBench> {
  const log = memoryEventLog()
  const sessionId = randomUUID()
  log.addSession(sessionId)
  const scheduled: number[] = []
  const errors: unknown[] = []
  const initial = engine.initial({ plan, facilitator: { id: host, name: 'Hal' } })
  const bench = { now: 1_000_000 }
  let servers = 1
  const ports = {
    log: wrap(log),
    now: () => bench.now,
    schedule: (_: string, deadline: number) => void scheduled.push(deadline),
    serverId: 'server 1',
    door: new Admission(),
    written: () => {},
    onError: (error: unknown) => void errors.push(error),
  }
  const room = await Room.open(sessionId, initial, ports)
  return Object.assign(bench, {
    room,
    log,
    scheduled,
    errors,
    another: () => Room.open(sessionId, initial, { ...ports, log, serverId: `server ${++servers}` }),
    send: (userId: string, command: HumuusCommand, commandId: string = randomUUID()) =>
      room.submit({ commandId, actor: { kind: 'user', id: userId }, command }),
  })
}

/** Takes messages of a live subscription until `count` arrived. */
export async function take<T>(messages: AsyncIterable<T>, count: number): Promise<T[]> {
  const taken: T[] = []
  for await (const message of messages) {
    taken.push(message)
    if (taken.length === count) return taken
  }
  return taken
}

/** Somebody who watches from a cursor on, with a page of their own and room for everything. */
export const from = (since: number | null, page: string = randomUUID()): Watching => ({
  since,
  page,
  beats: false,
  room: async () => {},
})
