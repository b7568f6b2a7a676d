import type { Rejection, StoredAction } from '@humuus/workshop-engine'
import { insistOnConsecutive } from './consecutive.ts'
import type { Database } from './database.ts'
import type { AppendResult, EventLog, Refusal, SessionProgress } from './event-log.ts'
import { fromColumn } from './json-column.ts'
import { insistOnStorable, storableJson } from './storable.ts'
import { isUniqueViolation } from './unique-violation.ts'
import { isUuid } from './uuid.ts'

/** So many rows travel at once when a whole log is read. */
const pageSize = 5_000

/** The log in `participant_actions`, with its head in `workshop_sessions.version`. */
export function postgresEventLog({ prisma }: Database): EventLog {
  const append = async (
    sessionId: string,
    expectedVersion: number,
    actions: readonly StoredAction[],
    progress: SessionProgress,
  ): Promise<AppendResult> => {
    insistOnConsecutive(expectedVersion, actions)
    actions.forEach(insistOnStorable)
    const data = actions.map((action) => storableJson(action.actionData))
    const commandIds = actions.map((action) => action.commandId)
    if (!isUuid(sessionId)) return { ok: false, reason: 'unknown_session' }

    const version = expectedVersion + actions.length
    try {
      const [outcome] = await prisma.$queryRaw<[{ moved: boolean; refused: boolean; known: boolean }]>`
        WITH refused AS (
          SELECT FROM command_refusals
          WHERE session_id = ${sessionId}::uuid AND command_id = ANY (${commandIds}::text[])
        ), moved AS (
          UPDATE workshop_sessions
          SET version = ${version}::int,
            status = ${progress.status},
            started_at = timestamp 'epoch' + ${progress.startedAt}::float8 * interval '1 millisecond',
            completed_at = timestamp 'epoch' + ${progress.completedAt}::float8 * interval '1 millisecond'
          WHERE id = ${sessionId}::uuid AND version = ${expectedVersion}::int AND NOT EXISTS (SELECT FROM refused)
          RETURNING id
        ), written AS (
          INSERT INTO participant_actions
            (session_id, version, command_id, user_id, node_id, action_type, action_data, "timestamp")
          SELECT moved.id, ${expectedVersion}::int + action.place::int, action.command_id, action.user_id,
            action.node_id, action.action_type, action.action_data::jsonb, timestamp 'epoch' + action.at * interval '1 millisecond'
          FROM moved, unnest(
            ${commandIds}::text[],
            ${actions.map((action) => action.userId)}::text[],
            ${actions.map((action) => action.nodeId)}::text[],
            ${actions.map((action) => action.actionType)}::text[],
            ${data}::text[],
            ${actions.map((action) => action.at)}::float8[]
          ) WITH ORDINALITY AS action (command_id, user_id, node_id, action_type, action_data, at, place)
        )
        SELECT EXISTS (SELECT FROM moved) AS moved,
          EXISTS (SELECT FROM refused) AS refused,
          EXISTS (SELECT FROM workshop_sessions WHERE id = ${sessionId}::uuid) AS known`
      if (outcome.moved) return { ok: true, version }
      if (!outcome.known) return { ok: false, reason: 'unknown_session' }
      return { ok: false, reason: outcome.refused ? 'duplicate_command' : 'conflict' }
    } catch (error) {
      if (isUniqueViolation(error, 'command_once')) return { ok: false, reason: 'duplicate_command' }
      throw error
    }
  }

  const readPage = (sessionId: string, afterVersion: number, limit: number) => prisma.$queryRaw<StoredAction[]>`
    SELECT version, command_id AS "commandId", user_id AS "userId", node_id AS "nodeId", action_type AS "actionType",
      action_data AS "actionData", (extract(epoch FROM "timestamp") * 1000)::float8 AS at
    FROM participant_actions
    WHERE session_id = ${sessionId}::uuid AND version > ${afterVersion}::int
    ORDER BY version
    LIMIT ${limit}::int`

  const read = async (sessionId: string, afterVersion: number, limit = Number.POSITIVE_INFINITY) => {
    const actions: StoredAction[] = []
    while (isUuid(sessionId) && actions.length < limit) {
      const size = Math.min(pageSize, limit - actions.length)
      const page = await readPage(sessionId, actions.at(-1)?.version ?? afterVersion, size)
      for (const action of page) actions.push(action)
      if (page.length < size) break
    }
    return actions
  }

  const heads = async (sessionIds: readonly string[]) => {
    const rows = await prisma.$queryRaw<{ id: string; version: number }[]>`
      SELECT id, version FROM workshop_sessions WHERE id = ANY (${sessionIds.filter(isUuid)}::uuid[])`
    return new Map(rows.map(({ id, version }) => [id, version]))
  }

  const refuse = async (sessionId: string, version: number, refusals: readonly Refusal[]) => {
    if (!isUuid(sessionId)) return false
    const [outcome] = await prisma.$queryRaw<[{ current: boolean }]>`
      WITH current AS (
        SELECT id FROM workshop_sessions WHERE id = ${sessionId}::uuid AND version = ${version}::int FOR SHARE
      ), kept AS (
        INSERT INTO command_refusals (session_id, command_id, user_id, rejection, "timestamp")
        SELECT current.id, refusal.command_id, refusal.user_id, refusal.rejection::jsonb,
          timestamp 'epoch' + refusal.at * interval '1 millisecond'
        FROM current, unnest(
          ${refusals.map(({ commandId }) => commandId)}::text[],
          ${refusals.map(({ userId }) => userId)}::text[],
          ${refusals.map(({ rejection }) => storableJson(rejection))}::text[],
          ${refusals.map(({ at }) => at)}::float8[]
        ) AS refusal (command_id, user_id, rejection, at)
        ON CONFLICT DO NOTHING
      )
      SELECT EXISTS (SELECT FROM current) AS current`
    return outcome.current
  }

  const refusals = async (sessionId: string, commandIds: readonly string[]) => {
    if (!isUuid(sessionId)) return []
    const rows = await prisma.commandRefusal.findMany({ where: { sessionId, commandId: { in: [...commandIds] } } })
    return rows.map(({ commandId, userId, rejection, timestamp }) => ({
      commandId,
      userId,
      rejection: fromColumn(rejection) as unknown as Rejection,
      at: timestamp.getTime(),
    }))
  }

  return { append, refuse, refusals, read, heads }
}
