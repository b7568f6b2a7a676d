import {
  refusal,
  type SessionDirectory,
  type StoredSession,
  type StoredWorkshop,
  type WorkshopLibrary,
} from '@humuus/api'
import type { SessionRecord, SessionStore, WorkshopRecord, WorkshopStore } from '@humuus/db'
import { engine } from '@humuus/workshop-engine'
import { z } from 'zod'
import type { Disk } from '../ops/disk.ts'
import { briefly } from './briefly.ts'

/** How old what is said about a session may be, in ms. */
const freshMs = 1_000

const Settings = z.object({ hostName: z.string().default('') })
const Titled = z.object({ title: z.string() })

/** The library as the API sees it: plans parsed, so that what an older version stored has today's shape. */
export function workshopLibrary(store: WorkshopStore, disk: Disk): WorkshopLibrary {
  return {
    list: async (userId) => (await store.list(userId)).map(workshop),
    get: async (id) => {
      const record = await store.get(id)
      return record && workshop(record)
    },
    create: async ({ ownerId, plan }) => {
      if (await disk.isFull()) throw refusal('storage_full')
      return workshop(await store.create({ ownerId, title: plan.title, plan }))
    },
    remove: async (id) => {
      await store.remove(id)
    },
  }
}

const workshop = (record: WorkshopRecord): StoredWorkshop => ({ ...record, plan: engine.plan.parse(record.plan) })

/** Sessions as the API sees them. */
export function sessionDirectory(store: SessionStore, disk: Disk, now: () => number): SessionDirectory {
  const known = briefly((id) => store.get(id), freshMs)
  return {
    create: async ({ workshop, facilitatorId, hostName }) => {
      if (await disk.isFull()) throw refusal('storage_full')
      return session(
        await store.create({
          workshopId: workshop.id,
          facilitatorId,
          plan: workshop.plan,
          settings: { hostName },
          now: now(),
        }),
      )
    },
    get: async (id) => {
      const record = await known(id)
      return record && session(record)
    },
    byCode: async (code) => {
      const record = await store.byCode(code, now())
      return record && session(record)
    },
    listByFacilitator: async (userId) => (await store.listByFacilitator(userId)).map(session),
  }
}

function session(record: SessionRecord): StoredSession {
  const { id, workshopId, facilitatorId, status, joinCode, screenKey, createdAt, startedAt, completedAt } = record
  const { title } = Titled.parse(record.plan)
  const hostName = Settings.parse(record.settings).hostName
  return {
    id,
    workshopId,
    facilitatorId,
    status,
    joinCode,
    screenKey,
    title,
    hostName,
    createdAt,
    startedAt,
    completedAt,
  }
}

/** The state a session starts from; `null` if there is none. */
export async function sessionStart(store: SessionStore, id: string): Promise<ReturnType<typeof engine.initial> | null> {
  const record = await store.get(id)
  if (record === null) return null
  const facilitator = { id: record.facilitatorId, name: Settings.parse(record.settings).hostName }
  return engine.initial({ plan: engine.plan.parse(record.plan), facilitator })
}
