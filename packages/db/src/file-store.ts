import type { Database } from './database.ts'
import { type FileRecord, type FileRemoval, type FileRowKind, type FileRowNews, toFileRecord } from './file-record.ts'
import type { Prisma } from './generated/client.ts'
import { toColumn } from './json-column.ts'
import { isStorable, UnstorableText } from './storable.ts'
import { isUniqueViolation } from './unique-violation.ts'
import { isUuid } from './uuid.ts'

export interface NewFile {
  /** Chosen by the client. */
  readonly id: string
  readonly ownerId: string
  readonly sessionId: string | null
  readonly nodeId: string | null
  readonly workshopId: string | null
  readonly name: string
  /** What it is said to be. */
  readonly kind: FileRowKind
  /** Bytes that are to come. */
  readonly size: number
  /** Epoch ms; if it is not there by then, it is given up. */
  readonly expiresAt: number
  readonly now: number
}

/** Bytes that somebody, and a session, may have here together; and how many files may be on their way at once. */
export interface FileRoom {
  readonly person: number
  readonly session: number
  /** Of this person, anywhere. */
  readonly uploading: number
  /** Of this person, at this step. */
  readonly left: number
}

export type Begun =
  | { readonly is: 'begun' }
  /** It was begun before, or even finished. */
  | { readonly is: 'known'; readonly file: FileRecord }
  | { readonly is: 'person_full' | 'session_full' | 'too_many' }

/** Rows of files, and nothing of their bytes. Each change of state is made once, whoever says it and however often. */
export interface FileStore {
  /** Room is reserved with the row: uploads that begin at once cannot have more together than there is. */
  begin(file: NewFile, room: FileRoom): Promise<Begun>
  get(id: string): Promise<FileRecord | null>
  getAll(ids: readonly string[]): Promise<FileRecord[]>
  /** All bytes are there and were looked at. `null` if that was known already, or the file is gone. */
  finish(
    id: string,
    found: { kind: FileRowKind; type: string; state: 'scanning' | 'unscanned'; now: number },
  ): Promise<FileRecord | null>
  scanned(id: string, state: 'clean' | 'unscanned'): Promise<FileRecord | null>
  /** Its forms are in the storage. */
  prepared(id: string, variants: readonly object[], now: number): Promise<FileRecord | null>
  /** It cannot be used; the row stays until `expiresAt` so that people see why. Not once it is prepared. */
  refuse(
    id: string,
    why: { state: 'failed' | 'infected'; trouble: object; expiresAt: number },
  ): Promise<FileRecord | null>
  /** A file that was ready lost its bytes. */
  lost(id: string, trouble: object): Promise<FileRecord | null>
  told(id: string, news: FileRowNews): Promise<void>
  /** For everybody they are gone; the rows stay until `drop`. */
  remove(ids: readonly string[], reason: FileRemoval, now: number): Promise<FileRecord[]>
  /** Deletes rows that are marked as removed. */
  drop(ids: readonly string[]): Promise<number>
  /** Newest first; without those that are removed. */
  ofSession(sessionId: string): Promise<FileRecord[]>
  ofOwner(sessionId: string, ownerId: string): Promise<FileRecord[]>
  mediaOf(ownerIds: readonly string[]): Promise<FileRecord[]>
  /** Everything under these ids, as far as it is not removed. */
  allOf(ownerIds: readonly string[]): Promise<FileRecord[]>
  /** Up to `limit` files that have waited since before `before` (epoch ms) for what comes next, oldest first. */
  unsettled(options: { before: number; limit: number }): Promise<FileRecord[]>
  /** Marked as removed, oldest first. */
  removed(options: { limit: number }): Promise<FileRecord[]>
  /** Rows that should have bytes, by id, after `after`. */
  withBytes(options: { after: string | null; limit: number }): Promise<FileRecord[]>
}

const here = { removedAt: null }
const newestFirst = [{ createdAt: 'desc' }, { id: 'asc' }] satisfies Prisma.FileOrderByWithRelationInput[]

export function fileStore({ prisma }: Database): FileStore {
  const table = prisma.file

  const change = async (where: Prisma.FileWhereInput & { id: string }, data: Prisma.FileUpdateManyMutationInput) => {
    if (!isUuid(where.id)) return null
    const [row] = await table.updateManyAndReturn({ where: { ...where, ...here }, data })
    return row === undefined ? null : toFileRecord(row)
  }

  const list = async (where: Prisma.FileWhereInput): Promise<FileRecord[]> =>
    (await table.findMany({ where: { ...where, ...here }, orderBy: newestFirst })).map(toFileRecord)

  const get = async (id: string) => {
    const row = isUuid(id) ? await table.findUnique({ where: { id } }) : null
    return row && toFileRecord(row)
  }

  return {
    begin: async (file, room) => {
      if (![file.name, file.nodeId ?? ''].every(isStorable))
        throw new UnstorableText('the database cannot hold the text of a name')
      try {
        return await prisma.$transaction((tx) => begin(tx, file, room))
      } catch (error) {
        // Somebody else chose the same id at the same time.
        const known = isUniqueViolation(error) ? await get(file.id) : null
        if (known === null) throw error
        return { is: 'known', file: known }
      }
    },
    get,
    getAll: async (ids) => {
      const rows = await table.findMany({ where: { id: { in: ids.filter(isUuid) } } })
      return rows.map(toFileRecord)
    },
    finish: (id, { kind, type, state, now }) =>
      change({ id, state: 'uploading' }, { state, kind, type, finishedAt: new Date(now), expiresAt: null }),
    scanned: (id, state) => change({ id, state: 'scanning' }, { state }),
    prepared: (id, variants, now) =>
      change(
        { id, state: { in: ['clean', 'unscanned'] }, preparedAt: null },
        { variants: toColumn([...variants]) as unknown as Prisma.InputJsonArray, preparedAt: new Date(now) },
      ),
    refuse: (id, { state, trouble, expiresAt }) =>
      change(
        { id, state: { in: ['uploading', 'scanning', 'clean', 'unscanned'] }, preparedAt: null },
        { state, trouble: toColumn(trouble), expiresAt: new Date(expiresAt) },
      ),
    lost: (id, trouble) =>
      change(
        { id, state: { in: ['scanning', 'clean', 'unscanned'] } },
        { state: 'failed', trouble: toColumn(trouble), variants: [] },
      ),
    told: async (id, news) => {
      await table.updateMany({ where: { id }, data: { told: news } })
    },
    remove: async (ids, reason, now) => {
      const rows = await table.updateManyAndReturn({
        where: { id: { in: ids.filter(isUuid) }, ...here },
        data: { removedAt: new Date(now), removedFor: reason },
      })
      return rows.map(toFileRecord)
    },
    drop: async (ids) => {
      const { count } = await table.deleteMany({ where: { id: { in: [...ids] }, removedAt: { not: null } } })
      return count
    },
    ofSession: async (sessionId) => (isUuid(sessionId) ? list({ sessionId }) : []),
    ofOwner: async (sessionId, ownerId) => (isUuid(sessionId) && isUuid(ownerId) ? list({ sessionId, ownerId }) : []),
    mediaOf: (ownerIds) => list({ purpose: 'media', ownerId: { in: ownerIds.filter(isUuid) } }),
    allOf: (ownerIds) => list({ ownerId: { in: ownerIds.filter(isUuid) } }),
    unsettled: async ({ before, limit }) => {
      const early = { lte: new Date(before) }
      const rows = await table.findMany({
        where: {
          ...here,
          OR: [
            // Maybe all of it is there, and nobody noticed.
            { state: 'uploading', createdAt: early },
            { state: { in: ['scanning', 'clean', 'unscanned'] }, preparedAt: null, finishedAt: early },
            // Its session does not know.
            { sessionId: { not: null }, preparedAt: early, told: { not: 'ready' } },
            { sessionId: { not: null }, state: { in: ['failed', 'infected'] }, createdAt: early, told: 'received' },
          ],
        },
        orderBy: { createdAt: 'asc' },
        take: limit,
      })
      return rows.map(toFileRecord)
    },
    removed: async ({ limit }) => {
      const where = { removedAt: { not: null } }
      const rows = await table.findMany({ where, orderBy: { createdAt: 'asc' }, take: limit })
      return rows.map(toFileRecord)
    },
    withBytes: async ({ after, limit }) => {
      const rows = await table.findMany({
        where: {
          ...here,
          state: { in: ['scanning', 'clean', 'unscanned'] },
          ...(after !== null && { id: { gt: after } }),
        },
        orderBy: { id: 'asc' },
        take: limit,
      })
      return rows.map(toFileRecord)
    },
  }
}

async function begin(tx: Prisma.TransactionClient, file: NewFile, room: FileRoom): Promise<Begun> {
  // In this order everywhere, so that nobody waits in a circle.
  await hold(tx, `files of person ${file.ownerId}`)
  if (file.sessionId !== null) await hold(tx, `files of session ${file.sessionId}`)
  const known = await tx.file.findUnique({ where: { id: file.id } })
  if (known !== null) return { is: 'known', file: toFileRecord(known) }
  const [mine] = await tx.$queryRaw<{ bytes: number; uploading: number; here: number }[]>`
    SELECT coalesce(sum(size), 0)::float8 AS bytes, count(*) FILTER (WHERE state = 'uploading')::int AS uploading,
      count(*) FILTER (WHERE state = 'uploading' AND session_id = ${file.sessionId}::uuid AND node_id = ${file.nodeId})::int AS here
    FROM files WHERE owner_id = ${file.ownerId}::uuid AND removed_at IS NULL AND state NOT IN ('failed', 'infected')`
  if ((mine?.uploading ?? 0) >= room.uploading || (mine?.here ?? 0) >= room.left) return { is: 'too_many' }
  if ((mine?.bytes ?? 0) + file.size > room.person) return { is: 'person_full' }
  if (file.sessionId !== null && (await bytesOf(tx, file.sessionId)) + file.size > room.session)
    return { is: 'session_full' }
  const { now, expiresAt, ...columns } = file
  await tx.file.create({
    data: {
      ...columns,
      purpose: file.sessionId === null ? 'media' : 'answer',
      state: 'uploading',
      createdAt: new Date(now),
      expiresAt: new Date(expiresAt),
    },
  })
  return { is: 'begun' }
}

/** Until the transaction ends nobody else has it, on whatever server. */
async function hold(tx: Prisma.TransactionClient, what: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${what}, 0))`
}

async function bytesOf(tx: Prisma.TransactionClient, sessionId: string): Promise<number> {
  const [all] = await tx.$queryRaw<{ bytes: number }[]>`
    SELECT coalesce(sum(size), 0)::float8 AS bytes FROM files
    WHERE session_id = ${sessionId}::uuid AND removed_at IS NULL AND state NOT IN ('failed', 'infected')`
  return all?.bytes ?? 0
}
