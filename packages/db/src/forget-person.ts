import { namingActions, renamedInLog, type StoredAction } from '@humuus/workshop-engine'
import type { Database } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { toColumn } from './json-column.ts'

/** Takes a person's name out of what is written about sessions: the one exception to a log that only grows. */
export interface PersonEraser {
  /** Sessions in which they took part or which they made. */
  sessionsOf(userId: string): Promise<string[]>
  /**
   * Puts the neutral name of their last `forgotten` in place of every name they had before it, a session at a time, and drops
   * the fingerprints of pictures that held those. Again, it changes nothing. Resolves to the sessions that it left alone
   * because they were not forgotten there yet: the room has to record that first. `now` is in epoch ms.
   */
  redact(userId: string, now: number): Promise<string[]>
}

/** A log of a hundred thousand rows takes some seconds. */
const patienceMs = 60_000

export function personEraser({ prisma }: Database): PersonEraser {
  const sessionsOf = async (userId: string) => {
    const rows = await prisma.$queryRaw<{ id: string }[]>`
      SELECT session_id::text AS id FROM participant_actions WHERE user_id = ${userId} AND action_type = 'joined'
      UNION SELECT id::text FROM workshop_sessions WHERE facilitator_id = ${userId}
      ORDER BY id`
    return rows.map(({ id }) => id)
  }

  const redact = async (userId: string, now: number) => {
    const waiting: string[] = []
    for (const id of await sessionsOf(userId)) {
      const isDone = await prisma.$transaction((tx) => redactSession(tx, id, userId, now), { timeout: patienceMs })
      if (!isDone) waiting.push(id)
    }
    return waiting
  }

  return { sessionsOf, redact }
}

/** `false`: the log does not say yet that they were forgotten. */
async function redactSession(tx: Prisma.TransactionClient, id: string, userId: string, now: number): Promise<boolean> {
  // Held to the end: servers that write down what they showed wait for it.
  await tx.$queryRaw`SELECT FROM workshop_sessions WHERE id = ${id}::uuid FOR UPDATE`
  const [last] = await tx.$queryRaw<{ version: number; name: string }[]>`
    SELECT version, action_data ->> 'name' AS name FROM participant_actions
    WHERE session_id = ${id}::uuid AND action_type = 'forgotten' AND action_data ->> 'userId' = ${userId}
    ORDER BY version DESC LIMIT 1`
  if (last === undefined) return false
  const renamed = await renameRows(tx, id, userId, last)
  const isHostRenamed = await renameHost(tx, id, userId, last.name)
  if (renamed || isHostRenamed) await dropPictures(tx, id, last.version, now)
  return true
}

interface Forgotten {
  readonly version: number
  readonly name: string
}

async function renameRows(tx: Prisma.TransactionClient, id: string, userId: string, { version, name }: Forgotten) {
  const rows = await tx.$queryRaw<StoredAction[]>`
    SELECT version, command_id AS "commandId", user_id AS "userId", node_id AS "nodeId", action_type AS "actionType",
      action_data AS "actionData", (extract(epoch FROM "timestamp") * 1000)::float8 AS at
    FROM participant_actions
    WHERE session_id = ${id}::uuid AND version < ${version} AND action_type = ANY (${[...namingActions]}::text[])
      AND ${userId} IN (user_id, action_data ->> 'participantId', action_data ->> 'userId')`
  const clean = rows.map((row) => renamedInLog(row, userId, name)).filter((row) => !rows.includes(row))
  for (const row of clean) {
    await tx.participantAction.update({
      where: { sessionId_version: { sessionId: id, version: row.version } },
      data: { actionData: toColumn(row.actionData as object) },
    })
  }
  return clean.length > 0
}

/** Whoever made the session without a name has none to take away. */
async function renameHost(tx: Prisma.TransactionClient, id: string, userId: string, name: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE workshop_sessions SET settings = settings || jsonb_build_object('hostName', ${name}::text)
    WHERE id = ${id}::uuid AND facilitator_id = ${userId} AND coalesce(settings ->> 'hostName', '') NOT IN ('', ${name})`
  return changed > 0
}

/** Pictures of versions before this one cannot be made again; the session says so, and since when (epoch ms). */
async function dropPictures(tx: Prisma.TransactionClient, id: string, version: number, now: number): Promise<void> {
  await tx.$executeRaw`DELETE FROM shown_digests WHERE session_id = ${id}::uuid AND version < ${version}`
  await tx.$executeRaw`
    UPDATE workshop_sessions SET settings = settings || jsonb_build_object('redactedAt', ${now}::float8,
      'redactedTo', greatest(${version}::int, (settings ->> 'redactedTo')::int))
    WHERE id = ${id}::uuid`
}
