import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { isUuid } from './uuid.ts'

/** For how long the files of a session are kept. */
export interface SessionRetention {
  /** They are never deleted by time. */
  readonly kept: boolean
  /** Days from its end: what was said for this session, else for its workshop; `null`: as the installation says. */
  readonly days: number | null
  /** Epoch ms; `null`: it is not over. */
  readonly endedAt: number | null
}

/** Whose time is over. `days`: for sessions of which nobody said anything else. Times in epoch ms. */
export interface FileRetention {
  of(sessionId: string): Promise<SessionRetention | null>
  keep(sessionId: string, kept: boolean): Promise<void>
  setDays(sessionId: string, days: number | null): Promise<void>
  /** Ids of up to `limit` files that are to go: abandoned, refused long ago, or of a session that has been over for long enough. */
  due(options: { now: number; days: number; limit: number }): Promise<string[]>
  /** Ids of media whose workshop is gone, and that nothing shows. */
  orphanedMedia(options: { now: number; days: number; limit: number }): Promise<string[]>
  /** Whether a workshop, or a session whose files are still kept, shows it. */
  isShown(fileId: string, options: { now: number; days: number }): Promise<boolean>
}

const moment = (ms: number) => Prisma.sql`(timestamp 'epoch' + ${ms}::float8 * interval '1 millisecond')`

/** A session that nobody closed is over for its files with the newest of them. */
const isOver = (now: number, days: number) => Prisma.sql`
  NOT coalesce((s.settings #>> '{files,kept}')::boolean, false)
  AND coalesce(s.completed_at, (SELECT max(g.created_at) FROM files g WHERE g.session_id = s.id), s.created_at)
    + coalesce((s.settings #>> '{files,days}')::int, (s.plan #>> '{settings,fileDays}')::int, ${days}::int) * interval '1 day'
    <= ${moment(now)}`

/** Ids of files that are named in plans. */
const shown = (now: number, days: number) => Prisma.sql`
  SELECT (regexp_matches(w.plan::text, '/files/([0-9a-f-]{36})/', 'g'))[1]::uuid FROM workshops w
  WHERE w.plan::text LIKE '%/files/%'
  UNION SELECT (regexp_matches(s.plan::text, '/files/([0-9a-f-]{36})/', 'g'))[1]::uuid FROM workshop_sessions s
  WHERE s.plan::text LIKE '%/files/%' AND NOT (${isOver(now, days)})`

export function fileRetention({ prisma }: Database): FileRetention {
  return {
    of: async (sessionId) => {
      if (!isUuid(sessionId)) return null
      const [row] = await prisma.$queryRaw<SessionRetention[]>`
        SELECT coalesce((settings #>> '{files,kept}')::boolean, false) AS kept,
          coalesce((settings #>> '{files,days}')::int, (plan #>> '{settings,fileDays}')::int) AS days,
          (extract(epoch FROM completed_at) * 1000)::float8 AS "endedAt"
        FROM workshop_sessions WHERE id = ${sessionId}::uuid`
      return row ?? null
    },
    keep: async (sessionId, kept) => {
      await prisma.$executeRaw`
        UPDATE workshop_sessions SET settings = settings || jsonb_build_object('files',
          coalesce(settings -> 'files', '{}') || jsonb_build_object('kept', ${kept}::boolean))
        WHERE id = ${sessionId}::uuid`
    },
    setDays: async (sessionId, days) => {
      await prisma.$executeRaw`
        UPDATE workshop_sessions SET settings = settings || jsonb_build_object('files',
          coalesce(settings -> 'files', '{}') || jsonb_build_object('days', ${days}::int))
        WHERE id = ${sessionId}::uuid`
    },
    due: async ({ now, days, limit }) => {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT f.id::text AS id FROM files f
        WHERE f.removed_at IS NULL AND f.expires_at <= ${moment(now)}
        UNION ALL
        SELECT f.id::text FROM files f LEFT JOIN workshop_sessions s ON s.id = f.session_id
        WHERE f.removed_at IS NULL AND f.expires_at IS NULL AND f.session_id IS NOT NULL
          AND (s.id IS NULL OR (${isOver(now, days)}))
        LIMIT ${limit}::int`
      return rows.map(({ id }) => id)
    },
    orphanedMedia: async ({ now, days, limit }) => {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT f.id::text AS id FROM files f
        WHERE f.removed_at IS NULL AND f.purpose = 'media'
          AND NOT EXISTS (SELECT 1 FROM workshops w WHERE w.id = f.workshop_id)
          AND f.id NOT IN (${shown(now, days)})
        LIMIT ${limit}::int`
      return rows.map(({ id }) => id)
    },
    isShown: async (fileId, { now, days }) => {
      if (!isUuid(fileId)) return false
      const rows = await prisma.$queryRaw<unknown[]>`
        SELECT 1 FROM (${shown(now, days)}) AS shown(id) WHERE id = ${fileId}::uuid`
      return rows.length > 0
    },
  }
}
