import { type Append, versionAfter } from './append.ts'
import type { Database } from './database.ts'
import type { AppendResult } from './event-log.ts'
import { isUniqueViolation } from './unique-violation.ts'

interface Outcome {
  readonly moved: boolean
  readonly refused: boolean
  readonly known: boolean
}

/** One append in one statement, which also tells why it is refused. Waits for whoever holds the session's row. */
export async function appendAlone({ prisma }: Database, append: Append): Promise<AppendResult> {
  const { sessionId, expectedVersion, actions, data, progress } = append
  const commandIds = actions.map((action) => action.commandId)
  try {
    const [outcome] = await prisma.$queryRaw<[Outcome]>`/* prepared: append_alone */
      WITH refused AS (
        SELECT FROM command_refusals
        WHERE session_id = ${sessionId}::uuid AND command_id = ANY (${commandIds}::text[])
      ), moved AS (
        UPDATE workshop_sessions
        SET version = ${versionAfter(append)}::int,
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
    if (outcome.moved) return { ok: true, version: versionAfter(append) }
    if (!outcome.known) return { ok: false, reason: 'unknown_session' }
    return { ok: false, reason: outcome.refused ? 'duplicate_command' : 'conflict' }
  } catch (error) {
    if (isUniqueViolation(error, 'command_once')) return { ok: false, reason: 'duplicate_command' }
    throw error
  }
}
