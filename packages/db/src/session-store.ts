import { randomBytes, randomUUID } from 'node:crypto'
import type { JsonValue, WorkshopPlan } from '@humuus/workshop-engine'
import type { Database } from './database.ts'
import type { WorkshopSession } from './generated/client.ts'
import { isJoinCode, joinCodeRestMs, randomJoinCode } from './join-code.ts'
import { fromColumn, toColumn } from './json-column.ts'
import { sharedReads } from './shared-reads.ts'
import { isUniqueViolation } from './unique-violation.ts'
import { isUuid } from './uuid.ts'

export interface SessionRecord {
  readonly id: string
  readonly workshopId: string
  readonly facilitatorId: string
  readonly status: string
  /** Six digits; belongs to one session at a time. */
  readonly joinCode: string
  /** Whoever has it may open the session's screen. */
  readonly screenKey: string
  /** Version of the newest action in the log. */
  readonly version: number
  /** The workshop's plan as it was when the session was made, maybe by an older version: parse it before use. */
  readonly plan: JsonValue
  readonly settings: JsonValue
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly startedAt: number | null
  readonly completedAt: number | null
}

export interface NewSession {
  readonly workshopId: string
  readonly facilitatorId: string
  readonly plan: WorkshopPlan
  readonly settings: Readonly<Record<string, JsonValue>>
  /** Epoch milliseconds. */
  readonly now: number
}

export interface SessionStore {
  /** Makes a session in status `created` with a join code that no session has or had in the last 48 hours. */
  create(session: NewSession): Promise<SessionRecord>
  get(id: string): Promise<SessionRecord | null>
  /** The session that is open under this code, else the last that ended less than a day before `now` (see `status`). */
  byCode(joinCode: string, now?: number): Promise<SessionRecord | null>
  /** All sessions of a facilitator, the newest first. */
  listByFacilitator(facilitatorId: string): Promise<SessionRecord[]>
}

const over = ['completed', 'ended']
const isOpen = { status: { notIn: over } }
const dayMs = 24 * 60 * 60 * 1000
const attempts = 50

type Row = Omit<WorkshopSession, 'matchId'>

/** `randomCode` makes join codes: six digits, evenly spread. */
export function sessionStore({ prisma }: Database, randomCode = randomJoinCode): SessionStore {
  const table = prisma.workshopSession

  const isResting = async (joinCode: string, now: number) =>
    (await table.findFirst({
      where: { joinCode, OR: [isOpen, wasOverAfter(now - joinCodeRestMs)] },
      select: { id: true },
    })) !== null

  const create = async ({ workshopId, facilitatorId, plan, settings, now }: NewSession) => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const joinCode = randomCode()
      if (await isResting(joinCode, now)) continue
      const data = {
        id: randomUUID(),
        matchId: randomUUID(),
        screenKey: randomBytes(24).toString('base64url'),
        status: 'created',
        createdAt: new Date(now),
        workshopId,
        facilitatorId,
        joinCode,
        plan: toColumn(plan),
        settings: toColumn(settings),
      }
      try {
        return toRecord(await table.create({ data }))
      } catch (error) {
        // Another session took the code between the question and the answer.
        if (!isUniqueViolation(error)) throw error
      }
    }
    throw new Error(`no free join code found in ${attempts} attempts`)
  }

  const byCodeAt = async (joinCode: string, now: number) => {
    const since = new Date(now - dayMs)
    const [row] = await prisma.$queryRaw<Row[]>`/* prepared: session_by_code */
      SELECT id, workshop_id AS "workshopId", facilitator_id AS "facilitatorId", status, join_code AS "joinCode",
        screen_key AS "screenKey", version, plan, settings, created_at AS "createdAt", started_at AS "startedAt",
        completed_at AS "completedAt"
      FROM workshop_sessions
      WHERE join_code = ${joinCode} AND (status <> ALL(${over}::text[]) OR coalesce(completed_at, created_at) > ${since})
      ORDER BY status = ANY(${over}::text[]), created_at DESC LIMIT 1`
    return row ? toRecord(row) : null
  }

  // A hall asks for one session, all at the same moment.
  let askedAt = 0
  const byCodeShared = sharedReads((joinCode) => byCodeAt(joinCode, askedAt))

  return {
    create,
    byCode: async (joinCode, now = Date.now()) => {
      askedAt = now
      return isJoinCode(joinCode) ? byCodeShared(joinCode) : null
    },
    get: async (id) => {
      const row = isUuid(id) ? await table.findUnique({ where: { id } }) : null
      return row && toRecord(row)
    },
    listByFacilitator: async (facilitatorId) => {
      const rows = await table.findMany({ where: { facilitatorId }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
      return rows.map(toRecord)
    },
  }
}

function wasOverAfter(moment: number) {
  const since = { gt: new Date(moment) }
  return { status: { in: over }, OR: [{ completedAt: since }, { completedAt: null, createdAt: since }] }
}

/** A row as programs read it. */
export const toRecord = (row: Row): SessionRecord => ({
  id: row.id,
  workshopId: row.workshopId,
  facilitatorId: row.facilitatorId,
  status: row.status,
  joinCode: row.joinCode,
  screenKey: row.screenKey,
  version: row.version,
  plan: fromColumn(row.plan),
  settings: fromColumn(row.settings),
  createdAt: row.createdAt.getTime(),
  startedAt: row.startedAt?.getTime() ?? null,
  completedAt: row.completedAt?.getTime() ?? null,
})
