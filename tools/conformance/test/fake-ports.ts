import { randomInt, randomUUID } from 'node:crypto'
import type { Ports, Rooms, StoredSession, StoredWorkshop } from '@humuus/api'
import { refusal } from '@humuus/api'
import { devicePeople } from '@humuus/api/testing'
import { engine, reject, type WorkshopState } from '@humuus/workshop-engine'
import { FakeRoom } from './fake-room.ts'
import type { Fault } from './faults.ts'

/** What all servers of a fake system share. */
export interface FakeStores {
  readonly devices: Map<string, { secret: string; userId: string }>
  readonly workshops: Map<string, StoredWorkshop>
  readonly sessions: Map<string, StoredSession>
  /** The state a session begins with. */
  readonly starts: Map<string, WorkshopState>
}

export const fakeStores = (): FakeStores => ({
  devices: new Map(),
  workshops: new Map(),
  sessions: new Map(),
  starts: new Map(),
})

export type FakeRooms = Map<string, FakeRoom>

/** The ports of one server. Servers with the same `rooms` know the same sessions. */
export function fakePorts(stores: FakeStores, rooms: FakeRooms, fault: Fault | null): Ports {
  const { workshops, sessions } = stores
  return {
    now: Date.now,
    ...devicePeople(randomUUID, stores.devices),
    workshops: {
      list: async () => [...workshops.values()],
      get: async (id) => workshops.get(id) ?? null,
      create: async ({ ownerId, plan }) => {
        const now = Date.now()
        const workshop = { id: randomUUID(), ownerId, title: plan.title, plan, createdAt: now, updatedAt: now }
        workshops.set(workshop.id, workshop)
        return workshop
      },
      remove: async (id) => void workshops.delete(id),
    },
    sessions: {
      create: async ({ workshop, facilitatorId, hostName }) => {
        const session: StoredSession = {
          id: randomUUID(),
          workshopId: workshop.id,
          facilitatorId,
          status: 'created',
          joinCode: String(randomInt(100_000, 1_000_000)),
          screenKey: randomUUID(),
          title: workshop.title,
          hostName,
          createdAt: Date.now(),
          startedAt: null,
          completedAt: null,
        }
        const facilitator = { id: facilitatorId, name: hostName }
        stores.starts.set(session.id, engine.initial({ plan: workshop.plan, facilitator }))
        sessions.set(session.id, session)
        return session
      },
      get: async (id) => sessions.get(id) ?? null,
      byCode: async (code) => [...sessions.values()].find(({ joinCode }) => joinCode === code) ?? null,
      listByFacilitator: async (id) => [...sessions.values()].filter(({ facilitatorId }) => facilitatorId === id),
    },
    rooms: fakeRooms(stores, rooms, fault),
    trouble: async () => [],
    receipts: { report: async () => {}, of: () => Promise.reject(new Error('no books here')) },
  }
}

function fakeRooms({ starts }: FakeStores, rooms: FakeRooms, fault: Fault | null): Rooms {
  const room = (id: string): FakeRoom | null => {
    const start = starts.get(id)
    const found =
      rooms.get(id) ?? (start ? new FakeRoom(start, fault, { [Symbol.iterator]: () => rooms.values() }) : null)
    if (found) rooms.set(id, found)
    return found
  }
  return {
    submit: async (id, { commandId, userId, command }) =>
      (await room(id)?.submit(commandId, userId, command)) ?? reject('unknown_session'),
    tick: async () => ({ ok: true, version: 0 }),
    forget: async () => ({ ok: true, version: 0 }),
    standing: async (id, userId) => {
      const state = room(id)?.state
      const isFirst = fault === 'the first visitor is the host' && state?.people.first()?.id === userId
      const role = isFirst ? 'facilitator' : (state?.facilitators.get(userId)?.role ?? null)
      return { isFacilitator: role !== null, role, participant: state?.people.get(userId)?.standing ?? null }
    },
    live: (id, viewer, watching, signal) => {
      const found = room(id)
      if (found === null) throw refusal('unknown_session')
      return found.live(viewer, watching, signal)
    },
    // tRPC's own handler knows iterators alone.
    follow: () => Promise.reject(new Error('nobody follows past an iterator here')),
    beat: () => {},
    report: async (id) => {
      const found = room(id)
      if (found === null) throw refusal('unknown_session')
      return engine.report(found.state)
    },
  }
}
