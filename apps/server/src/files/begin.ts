import type { FileRooms } from '@humuus/api'
import { actingAs, type Ports, refusal, type User } from '@humuus/api'
import type { FileRecord, FileStore } from '@humuus/db'
import type { FileKind } from '@humuus/workshop-engine'
import { z } from 'zod'
import { announcedKind } from './announced-kind.ts'
import { fileName } from './file-name.ts'
import { troubleOf } from './life.ts'
import { type FileSettings, megabyte } from './settings.ts'

/** An upload that nobody goes on with is given up after this. */
const abandonedMs = 86_400_000

/** So many files of one person are on their way at once. */
const mostUploading = 20

const Announcement = z.object({
  file: z.uuid(),
  name: z.string().max(100_000).default(''),
  type: z.string().max(200).optional(),
  session: z.uuid().optional(),
  node: z.string().min(1).max(64).optional(),
  workshop: z.uuid().optional(),
})

export interface BeginParts {
  readonly store: FileStore
  readonly rooms: FileRooms
  readonly ports: Pick<Ports, 'sessions' | 'workshops' | 'rooms' | 'limits' | 'accounts'>
  readonly settings: FileSettings
  readonly isFull: () => Promise<boolean>
  readonly now: () => number
}

/** What a client says of an upload before it sends a byte. */
export interface Announced {
  readonly metadata: Readonly<Record<string, unknown>>
  readonly size: number
}

/** Where a file may go, under which id of the person, and how many more. */
interface Place {
  readonly ownerId: string
  readonly sessionId: string | null
  readonly nodeId: string | null
  readonly workshopId: string | null
  readonly kinds: readonly FileKind[]
  readonly left: number
}

/** Reserves room for an upload, or throws a refusal. Said again, it is the same upload. */
export function beginUpload(parts: BeginParts): (user: User, announced: Announced) => Promise<FileRecord | null> {
  const { store, ports, settings, now } = parts

  return async (user, { metadata, size }) => {
    const said = Announcement.safeParse(metadata)
    if (!said.success) throw refusal('malformed')
    const { file: id, type, ...rest } = said.data
    const name = fileName(rest.name)
    if (size === 0) throw refusal('file_empty')
    if (size > settings.maxBytes) throw refusal('file_too_large', { max: settings.maxBytes / megabyte })
    const known = await store.get(id)
    if (known !== null) return again(known, user, size, rest)
    await ports.limits.take('newUploadsByPerson', user.id)
    if (await parts.isFull()) throw refusal('storage_full')
    const place = await placeFor(parts, user, rest)
    const kind = announcedKind(name, type)
    if (kind === null || !place.kinds.includes(kind)) throw refusal('file_type')
    const { kinds: _, left, ...where } = place
    const begun = await store.begin(
      { id, ...where, name, kind, size, now: now(), expiresAt: now() + abandonedMs },
      { person: settings.personQuota, session: settings.sessionQuota, uploading: mostUploading, left },
    )
    switch (begun.is) {
      case 'begun':
        return null
      case 'known':
        return again(begun.file, user, size, rest)
      case 'person_full':
        throw refusal('file_quota_person', { max: settings.personQuota / megabyte })
      case 'session_full':
        throw refusal('file_quota_session', { max: settings.sessionQuota / megabyte })
      case 'too_many':
        throw refusal('file_too_many')
    }
  }
}

/** The upload that was begun under this id; somebody else's is told apart from nonsense by nobody. */
function again(
  file: FileRecord,
  user: User,
  size: number,
  {
    session,
    node,
    workshop,
  }: { session?: string | undefined; node?: string | undefined; workshop?: string | undefined },
): FileRecord {
  const isSame =
    file.size === size &&
    file.sessionId === (session ?? null) &&
    file.nodeId === (node ?? null) &&
    file.workshopId === (workshop ?? null)
  if (!isOwn(file, user) || !isSame) throw refusal('malformed')
  if (file.removedAt !== null) throw refusal('file_gone')
  const trouble = troubleOf(file)
  if (trouble !== null) throw refusal(trouble.code, trouble.params)
  return file
}

/** Whether somebody sent this, under any of their ids. */
export const isOwn = (file: Pick<FileRecord, 'ownerId'>, user: User): boolean =>
  [user.id, ...user.formerIds].includes(file.ownerId)

async function placeFor(
  { ports, rooms }: BeginParts,
  user: User,
  {
    session,
    node,
    workshop,
  }: { session?: string | undefined; node?: string | undefined; workshop?: string | undefined },
): Promise<Place> {
  if (workshop !== undefined && session === undefined && node === undefined) {
    const found = await ports.workshops.get(workshop)
    if (found === null || found.ownerId !== user.id) throw refusal('unknown_workshop')
    const kinds = ['picture', 'audio', 'video', 'document'] as const
    return { ownerId: user.id, sessionId: null, nodeId: null, workshopId: workshop, kinds, left: mostUploading }
  }
  if (session === undefined || node === undefined || workshop !== undefined) throw refusal('malformed')
  if ((await ports.sessions.get(session)) === null) throw refusal('unknown_session')
  const ownerId = await actingAs({ user, rooms: ports.rooms }, session)
  const rules = await rooms.uploadRules(session, ownerId, node)
  if (!rules.ok) throw refusal(rules.rejection.code, rules.rejection.params)
  return { ownerId, sessionId: session, nodeId: node, workshopId: null, kinds: rules.kinds, left: rules.left }
}
