import type { JsonValue } from '@humuus/workshop-engine'
import type { Database } from './database.ts'
import { fromColumn } from './json-column.ts'

/** Something that somebody did in a session. */
export interface PersonAction {
  readonly sessionId: string
  readonly version: number
  readonly nodeId: string
  readonly type: string
  readonly data: JsonValue
  /** Epoch ms. */
  readonly at: number
}

export interface PersonData {
  /** Sessions they took part in or ran, newest first. */
  readonly sessions: readonly { id: string; title: string; status: string; createdAt: number; isFacilitator: boolean }[]
  /** What they did there, in the order of the log. */
  readonly actions: readonly PersonAction[]
}

/** Everything that is written about what somebody did in sessions, under any of their ids: for them to take along. */
export async function personData({ prisma }: Database, ids: readonly string[]): Promise<PersonData> {
  const mine = [...ids]
  const sessions = await prisma.$queryRaw<PersonData['sessions'][number][]>`
    SELECT id, coalesce(plan->>'title', '') AS title, status, facilitator_id = ANY(${mine}) AS "isFacilitator",
      (extract(epoch FROM created_at) * 1000)::float8 AS "createdAt"
    FROM workshop_sessions
    WHERE facilitator_id = ANY(${mine}) OR id IN (
      SELECT session_id FROM participant_actions WHERE user_id = ANY(${mine}) AND action_type = 'joined')
    ORDER BY created_at DESC`
  const rows = await prisma.participantAction.findMany({
    where: { sessionId: { in: sessions.map(({ id }) => id) }, userId: { in: mine } },
    orderBy: [{ sessionId: 'asc' }, { version: 'asc' }],
  })
  return {
    sessions,
    actions: rows.map((row) => ({
      sessionId: row.sessionId,
      version: row.version,
      nodeId: row.nodeId,
      type: row.actionType,
      data: fromColumn(row.actionData),
      at: row.timestamp.getTime(),
    })),
  }
}
