import type { Database } from './database.ts'

/** What is left of an age (`before`, epoch ms), a bounded number at a time. Harmless when done twice, also at the same time. */
export interface LeftoverStore {
  /** Sessions made before it that have not begun and that nobody ever joined, the oldest first. */
  emptyLobbies(batch: Batch): Promise<string[]>
  /**
   * People who are a device alone, not seen since: no address, no provider, no role, no workshop, no session that they made, no
   * account that was joined to theirs, no token that is still good. The oldest first.
   */
  unusedDevicePeople(batch: Batch & { readonly now: number }): Promise<string[]>
  /** Removes sign-ins whose last token expired before it. When they were used last is kept with their device. */
  removeSignIns(batch: Batch): Promise<number>
  /** Removes keys of links that were used or expired before it. */
  removeKeys(batch: Batch): Promise<number>
  /** Removes mails that were sent before it; one that was not is kept. */
  removeSentMails(batch: Batch): Promise<number>
  /** Removes counts of tries that ended before it. */
  removeLimits(batch: Batch): Promise<number>
}

export interface Batch {
  /** Epoch ms. */
  readonly before: number
  readonly limit: number
  /** Looks at this one alone. */
  readonly only?: string
}

/** Rows that somebody else holds just now are left for the next time: nobody waits for anybody. */
export function leftoverStore({ prisma }: Database): LeftoverStore {
  return {
    emptyLobbies: async ({ before, limit, only = null }) => {
      // The second condition is that of the index over open sessions.
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT id::text FROM workshop_sessions AS session
        WHERE status IN ('created', 'lobby') AND status <> 'completed' AND status <> 'ended'
          AND created_at < ${new Date(before)} AND (${only}::uuid IS NULL OR id = ${only}::uuid)
          AND NOT EXISTS (
            SELECT FROM participant_actions WHERE session_id = session.id AND action_type = 'joined')
        ORDER BY created_at, id LIMIT ${limit}::int`
      return rows.map(({ id }) => id)
    },

    unusedDevicePeople: async ({ before, now, limit, only = null }) => {
      const since = new Date(before)
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT id::text FROM users AS person
        WHERE created_at < ${since} AND email IS NULL AND removed_at IS NULL AND merged_into_id IS NULL AND role = 'member'
          AND (${only}::uuid IS NULL OR id = ${only}::uuid)
          AND NOT EXISTS (SELECT FROM devices WHERE user_id = person.id AND last_seen_at >= ${since})
          AND NOT EXISTS (SELECT FROM sign_ins WHERE user_id = person.id
            AND (last_seen_at >= ${since} OR (ended_at IS NULL AND expires_at > ${new Date(now)})))
          AND NOT EXISTS (SELECT FROM identities WHERE user_id = person.id)
          AND NOT EXISTS (SELECT FROM workshops WHERE owner_id = person.id)
          AND NOT EXISTS (SELECT FROM users WHERE merged_into_id = person.id)
          AND NOT EXISTS (SELECT FROM workshop_sessions WHERE facilitator_id = person.id::text)
        ORDER BY created_at, id LIMIT ${limit}::int`
      return rows.map(({ id }) => id)
    },

    removeSignIns: async ({ before, limit }) => {
      const [outcome] = await prisma.$queryRaw<[{ count: number }]>`
        WITH old AS (
          SELECT id FROM sign_ins WHERE expires_at < ${new Date(before)}
          ORDER BY expires_at LIMIT ${limit}::int FOR UPDATE SKIP LOCKED
        ), gone AS (
          DELETE FROM sign_ins USING old WHERE sign_ins.id = old.id RETURNING device_id, sign_ins.last_seen_at
        ), seen AS (
          UPDATE devices SET last_seen_at = last.seen_at
          FROM (SELECT device_id, max(last_seen_at) AS seen_at FROM gone GROUP BY device_id) AS last
          WHERE devices.id = last.device_id AND devices.last_seen_at < last.seen_at
        )
        SELECT count(*)::int AS count FROM gone`
      return outcome.count
    },

    removeKeys: ({ before, limit }) => prisma.$executeRaw`
      DELETE FROM one_time_keys WHERE key_hash IN (
        SELECT key_hash FROM one_time_keys WHERE expires_at < ${new Date(before)} OR used_at < ${new Date(before)}
        LIMIT ${limit}::int FOR UPDATE SKIP LOCKED)`,

    removeSentMails: ({ before, limit }) => prisma.$executeRaw`
      DELETE FROM mails WHERE id IN (
        SELECT id FROM mails
        WHERE status = 'sent' AND created_at < ${new Date(before)} AND sent_at < ${new Date(before)}
        ORDER BY created_at LIMIT ${limit}::int FOR UPDATE SKIP LOCKED)`,

    // Without an index: each try writes here, and the table is small.
    removeLimits: ({ before, limit }) => prisma.$executeRaw`
      DELETE FROM rate_limits WHERE key IN (
        SELECT key FROM rate_limits WHERE expire < ${BigInt(before)} LIMIT ${limit}::int FOR UPDATE SKIP LOCKED)`,
  }
}
