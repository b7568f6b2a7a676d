import { type Append, versionAfter } from './append.ts'
import type { Database } from './database.ts'
import type { AppendResult } from './event-log.ts'

interface Outcome {
  /** Place among the appends, from 1. */
  readonly place: number
  readonly moved: boolean
  readonly late: boolean
}

/**
 * Appends to different sessions in one statement, and so with one wait for the disk. Resolves to what is certain: sessions
 * that were written, and those that others had moved on before. Nothing is written of the rest, and why has to be found out one
 * by one. A row that somebody holds is passed over: nobody waits for a stranger's session, and two such statements cannot
 * wait for each other.
 */
export async function appendTogether(
  { prisma }: Database,
  appends: readonly Append[],
): Promise<ReadonlyMap<string, AppendResult>> {
  const actions = appends.flatMap((append) => append.actions)
  const sessionOf = appends.flatMap(({ sessionId, actions }) => actions.map(() => sessionId))
  const outcomes = await prisma.$queryRaw<Outcome[]>`/* prepared: append_together */
    WITH wanted AS MATERIALIZED (
      SELECT * FROM unnest(
        ${appends.map(({ sessionId }) => sessionId)}::uuid[],
        ${appends.map(({ expectedVersion }) => expectedVersion)}::int[],
        ${appends.map(versionAfter)}::int[],
        ${appends.map(({ progress }) => progress.status)}::text[],
        ${appends.map(({ progress }) => progress.startedAt)}::float8[],
        ${appends.map(({ progress }) => progress.completedAt)}::float8[]
      ) WITH ORDINALITY AS wanted (session_id, expected, version, status, started_at, completed_at, place)
    ), action AS MATERIALIZED (
      SELECT * FROM unnest(
        ${sessionOf}::uuid[],
        ${actions.map(({ version }) => version)}::int[],
        ${actions.map(({ commandId }) => commandId)}::text[],
        ${actions.map(({ userId }) => userId)}::text[],
        ${actions.map(({ nodeId }) => nodeId)}::text[],
        ${actions.map(({ actionType }) => actionType)}::text[],
        ${appends.flatMap(({ data }) => data)}::text[],
        ${actions.map(({ at }) => at)}::float8[]
      ) AS action (session_id, version, command_id, user_id, node_id, action_type, action_data, at)
    ), refused AS MATERIALIZED (
      SELECT refusal.session_id FROM action JOIN command_refusals AS refusal
        ON refusal.session_id = action.session_id AND refusal.command_id = action.command_id
    ), held AS MATERIALIZED (
      SELECT session.id FROM wanted JOIN workshop_sessions AS session
        ON session.id = wanted.session_id AND session.version = wanted.expected
      WHERE session.id NOT IN (SELECT session_id FROM refused)
      FOR NO KEY UPDATE OF session SKIP LOCKED
    ), moved AS (
      UPDATE workshop_sessions AS session
      SET version = wanted.version,
        status = wanted.status,
        started_at = timestamp 'epoch' + wanted.started_at * interval '1 millisecond',
        completed_at = timestamp 'epoch' + wanted.completed_at * interval '1 millisecond'
      FROM wanted JOIN held ON held.id = wanted.session_id
      WHERE session.id = wanted.session_id AND session.version = wanted.expected
      RETURNING session.id
    ), written AS (
      INSERT INTO participant_actions
        (session_id, version, command_id, user_id, node_id, action_type, action_data, "timestamp")
      SELECT action.session_id, action.version, action.command_id, action.user_id, action.node_id, action.action_type,
        action.action_data::jsonb, timestamp 'epoch' + action.at * interval '1 millisecond'
      FROM action JOIN moved ON moved.id = action.session_id
    )
    SELECT wanted.place::int AS place, moved.id IS NOT NULL AS moved, session.version > wanted.expected AS late
    FROM wanted JOIN workshop_sessions AS session ON session.id = wanted.session_id
      LEFT JOIN moved ON moved.id = wanted.session_id`
  const results = new Map<string, AppendResult>()
  for (const { place, moved, late } of outcomes) {
    const append = appends[place - 1]
    if (append === undefined || !(moved || late)) continue
    results.set(
      append.sessionId,
      moved ? { ok: true, version: versionAfter(append) } : { ok: false, reason: 'conflict' },
    )
  }
  return results
}
