import { isDeepStrictEqual } from 'node:util'
import type { JsonValue, WorkshopPlan } from '@humuus/workshop-engine'
import type { Database } from './database.ts'
import type { Workshop } from './generated/client.ts'
import { fromColumn, toColumn } from './json-column.ts'
import { isUuid } from './uuid.ts'

export interface WorkshopRecord {
  readonly id: string
  /** `null`: everybody's. */
  readonly ownerId: string | null
  readonly title: string
  /** As it was stored, maybe by an older version: parse it before use. */
  readonly plan: JsonValue
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly updatedAt: number
}

/** A library of workshops. Who may see or change one is decided by the caller, from `ownerId`. */
export interface WorkshopStore {
  /** A person's workshops and everybody's, the last changed first. */
  list(ownerId: string): Promise<WorkshopRecord[]>
  get(id: string): Promise<WorkshopRecord | null>
  /** `ownerId` is the id of a user. */
  create(workshop: { ownerId: string; title: string; plan: WorkshopPlan }): Promise<WorkshopRecord>
  /** Makes a workshop that is everybody's, or brings the one with this id up to date; only new content is a change. */
  keepShared(workshop: { id: string; title: string; plan: WorkshopPlan }): Promise<void>
  /** The workshop as it is now, or null if there is none. Running sessions have their own copy and do not notice. */
  update(id: string, changes: { title?: string; plan?: WorkshopPlan }): Promise<WorkshopRecord | null>
  /** False if there was none. Its sessions stay. */
  remove(id: string): Promise<boolean>
}

export function workshopStore({ prisma }: Database): WorkshopStore {
  return {
    list: async (ownerId) => {
      if (!isUuid(ownerId)) return []
      const rows = await prisma.workshop.findMany({
        where: { OR: [{ ownerId }, { ownerId: null }] },
        orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
      })
      return rows.map(toRecord)
    },
    get: async (id) => {
      const row = isUuid(id) ? await prisma.workshop.findUnique({ where: { id } }) : null
      return row && toRecord(row)
    },
    create: async ({ ownerId, title, plan }) =>
      toRecord(await prisma.workshop.create({ data: { ownerId, title, plan: toColumn(plan) } })),
    keepShared: async ({ id, title, plan }) => {
      const known = await prisma.workshop.findUnique({ where: { id } })
      const data = { title, plan: toColumn(plan), ownerId: null }
      if (known && isDeepStrictEqual(fromColumn(known.plan), JSON.parse(JSON.stringify(plan)))) return
      await prisma.workshop.upsert({
        where: { id },
        create: { id, ...data },
        update: { ...data, updatedAt: new Date() },
      })
    },
    update: async (id, { title, plan }) => {
      if (!isUuid(id)) return null
      const data = { ...(title !== undefined && { title }), ...(plan !== undefined && { plan: toColumn(plan) }) }
      const [row] = await prisma.workshop.updateManyAndReturn({
        where: { id },
        data: { ...data, updatedAt: new Date() },
      })
      return row === undefined ? null : toRecord(row)
    },
    remove: async (id) => isUuid(id) && (await prisma.workshop.deleteMany({ where: { id } })).count === 1,
  }
}

const toRecord = ({ createdAt, updatedAt, plan, ...row }: Workshop): WorkshopRecord => ({
  ...row,
  plan: fromColumn(plan),
  createdAt: createdAt.getTime(),
  updatedAt: updatedAt.getTime(),
})
