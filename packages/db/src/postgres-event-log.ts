import type { Rejection, StoredAction } from '@humuus/workshop-engine'
import { readyToWrite } from './append.ts'
import { appendAlone } from './append-alone.ts'
import { appendTogether } from './append-together.ts'
import type { Database } from './database.ts'
import { isFaultOfData } from './database-code.ts'
import type { EventLog, Refusal } from './event-log.ts'
import { gatheredAppends } from './gathered-appends.ts'
import { fromColumn } from './json-column.ts'
import { storableJson } from './storable.ts'
import { isUuid } from './uuid.ts'

/** So many rows travel at once when a whole log is read. */
const pageSize = 5_000

/** The log in `participant_actions`, with its head in `workshop_sessions.version`. */
export function postgresEventLog(database: Database): EventLog {
  const { prisma } = database
  const write = gatheredAppends({
    together: (appends) => appendTogether(database, appends),
    alone: (append) => appendAlone(database, append),
    isOfOne: isFaultOfData,
  })

  const append: EventLog['append'] = async (sessionId, expectedVersion, actions, progress) => {
    const ready = readyToWrite(sessionId, expectedVersion, actions, progress)
    return isUuid(sessionId) ? write(ready) : { ok: false, reason: 'unknown_session' }
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
