import type { Database } from './database.ts'

/** Which servers run: each says so every few seconds. */
export interface ServerStore {
  /** This server lives at `now` (epoch ms). */
  beat(id: string, now: number): Promise<void>
  /** Servers that said so since that moment (epoch ms). */
  aliveSince(moment: number): Promise<ReadonlySet<string>>
  /** Forgets this one, and all that were silent since before `moment`. */
  remove(id: string, moment: number): Promise<void>
}

export function serverStore({ prisma }: Database): ServerStore {
  return {
    beat: async (id, now) => {
      const seenAt = new Date(now)
      await prisma.server.upsert({ where: { id }, create: { id, seenAt }, update: { seenAt } })
    },
    aliveSince: async (moment) => {
      const rows = await prisma.server.findMany({ where: { seenAt: { gte: new Date(moment) } }, select: { id: true } })
      return new Set(rows.map(({ id }) => id))
    },
    remove: async (id, moment) => {
      await prisma.server.deleteMany({ where: { OR: [{ id }, { seenAt: { lt: new Date(moment) } }] } })
    },
  }
}
