import type { JsonValue, StoredAction } from '@humuus/workshop-engine'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { fromColumn } from './json-column.ts'
import type { ShownDigest } from './receipt-store.ts'
import { type SessionRecord, toRecord } from './session-store.ts'
import { isUuid } from './uuid.ts'

/** A command that was refused for good, as it is remembered. */
export interface RefusalRecord {
  readonly commandId: string
  readonly userId: string
  readonly rejection: JsonValue
}

/** What one device says it was told about its commands. */
export interface PageRecord {
  readonly ledgerId: string
  readonly userId: string
  readonly issued: number
  readonly waiting: number
  readonly acknowledged: readonly string[]
  readonly refused: readonly string[]
}

/** Everything that is written about a session, all of it as of one moment. */
export interface SessionBooks {
  readonly session: SessionRecord
  /** By ascending version. */
  readonly log: readonly StoredAction[]
  readonly refusals: readonly RefusalRecord[]
  /** Commands that came again and were answered as before, over all servers. */
  readonly duplicates: number
  readonly pages: readonly PageRecord[]
  readonly shown: readonly ShownDigest[]
}

/** A session in a list. */
export type SessionEntry = Pick<SessionRecord, 'id' | 'joinCode' | 'status' | 'version' | 'createdAt'> & {
  readonly title: string
}

/** Reads whole sessions, and writes nothing. */
export interface SessionBookStore {
  /** Newest first. `since`: made at or after this moment (epoch ms). */
  list(options: { since?: number | undefined; limit?: number | undefined }): Promise<SessionEntry[]>
  /** By its id, or by its join code: then the newest that had it. */
  find(idOrCode: string): Promise<SessionEntry | null>
  /** In one read-only transaction, so that what is read fits together while the session goes on. */
  read(sessionId: string): Promise<SessionBooks | null>
}

/** A log of a hundred thousand rows takes some seconds. */
const patienceMs = 120_000

const entryColumns = { id: true, joinCode: true, status: true, version: true, createdAt: true, plan: true } as const

export function sessionBookStore({ prisma }: Database): SessionBookStore {
  const list: SessionBookStore['list'] = async ({ since, limit }) => {
    const rows = await prisma.workshopSession.findMany({
      select: entryColumns,
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      ...(since !== undefined && { where: { createdAt: { gte: new Date(since) } } }),
      ...(limit !== undefined && { take: limit }),
    })
    return rows.map(toEntry)
  }

  const find = async (idOrCode: string) => {
    const where = isUuid(idOrCode) ? { id: idOrCode } : { joinCode: idOrCode }
    const row = await prisma.workshopSession.findFirst({ select: entryColumns, where, orderBy: { createdAt: 'desc' } })
    return row && toEntry(row)
  }

  const read = async (id: string): Promise<SessionBooks | null> => {
    if (!isUuid(id)) return null
    return prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`SET TRANSACTION READ ONLY`
        const session = await tx.workshopSession.findUnique({ where: { id } })
        if (session === null) return null
        const where = { sessionId: id }
        return {
          session: toRecord(session),
          log: await tx.$queryRaw<StoredAction[]>`
            SELECT version, command_id AS "commandId", user_id AS "userId", node_id AS "nodeId",
              action_type AS "actionType", action_data AS "actionData", (extract(epoch FROM "timestamp") * 1000)::float8 AS at
            FROM participant_actions WHERE session_id = ${id}::uuid ORDER BY version, id`,
          refusals: (await tx.commandRefusal.findMany({ where })).map(({ commandId, userId, rejection }) => ({
            commandId,
            userId,
            rejection: fromColumn(rejection),
          })),
          duplicates: (await tx.sessionCounter.aggregate({ where, _sum: { duplicates: true } }))._sum.duplicates ?? 0,
          pages: await tx.pageReceipt.findMany({ where, omit: { sessionId: true, updatedAt: true } }),
          shown: await tx.shownDigest.findMany({
            where,
            omit: { sessionId: true },
            orderBy: [{ version: 'asc' }, { role: 'asc' }, { digest: 'asc' }],
          }),
        }
      },
      { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead, timeout: patienceMs, maxWait: patienceMs },
    )
  }

  return { list, find, read }
}

function toEntry({
  plan,
  createdAt,
  ...row
}: Omit<SessionEntry, 'createdAt' | 'title'> & {
  readonly createdAt: Date
  readonly plan: Prisma.JsonValue
}): SessionEntry {
  const title = typeof plan === 'object' && plan !== null && 'title' in plan ? String(plan.title) : ''
  return { ...row, createdAt: createdAt.getTime(), title }
}
