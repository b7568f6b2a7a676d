import type { Database } from './database.ts'
import { isUuid } from './uuid.ts'

/** What a person's device was told about its commands since it last said so. */
export interface PageReport {
  readonly sessionId: string
  readonly userId: string
  /** UUID of the device's own record. */
  readonly ledgerId: string
  readonly issued: number
  readonly waiting: number
  /** Ids (UUID) of commands. */
  readonly acknowledged: readonly string[]
  readonly refused: readonly string[]
  /** Epoch milliseconds. */
  readonly now: number
}

/** Promises and the log, side by side. */
export interface ReceiptSummary {
  /** Commands in the log. */
  readonly counted: number
  /** Final refusals by code. */
  readonly refused: Readonly<Record<string, number>>
  readonly duplicates: number
  readonly pages: {
    readonly reported: number
    readonly issued: number
    readonly waiting: number
    readonly acknowledged: number
    readonly refused: number
    /** Acknowledged and not in the log; at most 100 of them. */
    readonly missing: readonly string[]
    /** Refused and in the log; at most 100 of them. */
    readonly countedThoughRefused: readonly string[]
  }
}

/** A fingerprint of what a role was shown at a version. */
export interface ShownDigest {
  readonly version: number
  readonly role: string
  /** SHA-256, hex. */
  readonly digest: string
}

export interface ReceiptStore {
  /** Adds to what a device reported before; what it says twice stands once. A stranger's record is left alone. */
  report(report: PageReport): Promise<void>
  /** Adds to what this server counted. */
  addDuplicates(sessionId: string, serverId: string, count: number): Promise<void>
  /** Pictures from before names were taken out of the log cannot be made again, and are not kept. */
  addShown(sessionId: string, shown: readonly ShownDigest[]): Promise<void>
  /** By ascending version. */
  shown(sessionId: string): Promise<ShownDigest[]>
  summary(sessionId: string): Promise<ReceiptSummary>
}

/** Nobody answers more often; beyond it a record grows no further. */
const mostPerPage = 20_000
/** Records one person may have in one session: browsers, devices, programs. */
const mostPages = 50
const namedAtMost = 100

export function receiptStore({ prisma }: Database): ReceiptStore {
  const report = async ({ sessionId, userId, ledgerId, issued, waiting, acknowledged, refused, now }: PageReport) => {
    if (!isUuid(sessionId)) return
    await prisma.$executeRaw`
      INSERT INTO page_receipts AS known (session_id, ledger_id, user_id, issued, waiting, acknowledged, refused, updated_at)
      SELECT ${sessionId}::uuid, ${ledgerId}::uuid, ${userId}, ${issued}::int, ${waiting}::int,
        ${[...acknowledged]}::uuid[], ${[...refused]}::uuid[], ${new Date(now)}::timestamp
      WHERE EXISTS (SELECT FROM page_receipts WHERE session_id = ${sessionId}::uuid AND ledger_id = ${ledgerId}::uuid)
        OR (SELECT count(*) FROM page_receipts WHERE session_id = ${sessionId}::uuid AND user_id = ${userId}) < ${mostPages}
      ON CONFLICT (session_id, ledger_id) DO UPDATE SET
        issued = greatest(known.issued, excluded.issued),
        waiting = excluded.waiting,
        acknowledged = ARRAY(SELECT DISTINCT unnest(known.acknowledged || excluded.acknowledged)),
        refused = ARRAY(SELECT DISTINCT unnest(known.refused || excluded.refused)),
        updated_at = excluded.updated_at
      WHERE known.user_id = excluded.user_id
        AND cardinality(known.acknowledged) + cardinality(known.refused) < ${mostPerPage}`
  }

  const summary = async (sessionId: string): Promise<ReceiptSummary> => {
    const [refusals, [totals], missing, wrong] = await Promise.all([
      prisma.$queryRaw<{ code: string; count: number }[]>`
        SELECT rejection ->> 'code' AS code, count(*)::int AS count FROM command_refusals
        WHERE session_id = ${sessionId}::uuid GROUP BY 1 ORDER BY 1`,
      prisma.$queryRaw<
        [Record<'counted' | 'duplicates' | 'reported' | 'issued' | 'waiting' | 'acknowledged' | 'refused', number>]
      >`
        SELECT
          (SELECT count(command_id) FROM participant_actions WHERE session_id = ${sessionId}::uuid)::int AS counted,
          (SELECT coalesce(sum(duplicates), 0) FROM session_counters WHERE session_id = ${sessionId}::uuid)::int AS duplicates,
          count(*)::int AS reported,
          coalesce(sum(issued), 0)::int AS issued,
          coalesce(sum(waiting), 0)::int AS waiting,
          coalesce(sum(cardinality(acknowledged)), 0)::int AS acknowledged,
          coalesce(sum(cardinality(refused)), 0)::int AS refused
        FROM page_receipts WHERE session_id = ${sessionId}::uuid`,
      prisma.$queryRaw<{ id: string }[]>`
        SELECT DISTINCT promised.id FROM page_receipts, unnest(acknowledged) AS promised (id)
        WHERE session_id = ${sessionId}::uuid AND NOT EXISTS (
          SELECT FROM participant_actions AS log WHERE log.session_id = ${sessionId}::uuid AND log.command_id = promised.id::text)
        LIMIT ${namedAtMost}`,
      prisma.$queryRaw<{ id: string }[]>`
        SELECT DISTINCT promised.id FROM page_receipts, unnest(refused) AS promised (id)
        WHERE session_id = ${sessionId}::uuid AND EXISTS (
          SELECT FROM participant_actions AS log WHERE log.session_id = ${sessionId}::uuid AND log.command_id = promised.id::text)
        LIMIT ${namedAtMost}`,
    ])
    const { counted, duplicates, ...pages } = totals
    return {
      counted,
      duplicates,
      refused: Object.fromEntries(refusals.map(({ code, count }) => [code, count])),
      pages: { ...pages, missing: missing.map(({ id }) => id), countedThoughRefused: wrong.map(({ id }) => id) },
    }
  }

  return {
    report,
    summary,
    addDuplicates: async (sessionId, serverId, duplicates) => {
      await prisma.sessionCounter.upsert({
        where: { sessionId_serverId: { sessionId, serverId } },
        create: { sessionId, serverId, duplicates },
        update: { duplicates: { increment: duplicates } },
      })
    },
    addShown: async (sessionId, shown) => {
      await prisma.$executeRaw`
        WITH session AS (
          SELECT id, coalesce((settings ->> 'redactedTo')::int, 0) AS since
          FROM workshop_sessions WHERE id = ${sessionId}::uuid FOR SHARE
        )
        INSERT INTO shown_digests (session_id, version, role, digest)
        SELECT session.id, one.version, one.role, one.digest
        FROM session, unnest(
          ${shown.map(({ version }) => version)}::int[],
          ${shown.map(({ role }) => role)}::text[],
          ${shown.map(({ digest }) => digest)}::text[]
        ) AS one (version, role, digest)
        WHERE one.version >= session.since
        ON CONFLICT DO NOTHING`
    },
    shown: (sessionId) =>
      prisma.shownDigest.findMany({
        where: { sessionId },
        select: { version: true, role: true, digest: true },
        orderBy: [{ version: 'asc' }, { role: 'asc' }],
      }),
  }
}
