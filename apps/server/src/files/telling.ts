import type { FileRooms } from '@humuus/api'
import type { FileRecord, FileRowNews, FileStore } from '@humuus/db'
import type { FileNews } from '@humuus/workshop-engine'
import { z } from 'zod'
import { readyNews } from './variants.ts'

const Trouble = z.object({ code: z.string() })

/** These pass by themselves. */
const passing: ReadonlySet<string> = new Set(['unavailable', 'storage_full', 'slow_down', 'server_error'])

/** Tells a file's session what became of it; `false`: it has to be told again later. Media belong to no session. */
export type Tell = (file: FileRecord) => Promise<boolean>

export function tellRooms(rooms: Pick<FileRooms, 'fileNews'>, store: Pick<FileStore, 'told'>): Tell {
  return async (file) => {
    const news = newsOf(file)
    const { sessionId, nodeId } = file
    if (news === null || sessionId === null || nodeId === null || file.told === news.is) return true
    const result = await rooms.fileNews(sessionId, { nodeId, fileId: file.id, userId: file.ownerId, news })
    // A session or step that is not there will not come back.
    if (!result.ok && passing.has(result.rejection.code)) return false
    await store.told(file.id, news.is satisfies FileRowNews)
    return true
  }
}

/** What the session has to know now; `null`: nothing. */
function newsOf(file: FileRecord): FileNews | null {
  const { kind, state } = file
  if (file.removedAt !== null) return file.removedFor === 'person' && file.told !== null ? { is: 'removed' } : null
  if (kind === null || state === 'uploading') return null
  // It was shown, and its bytes are gone.
  if (state === 'failed' && file.preparedAt !== null) return { is: 'removed' }
  if (state === 'failed' || state === 'infected') {
    const why = Trouble.safeParse(file.trouble)
    return file.told === null ? null : { is: 'refused', why: why.success ? why.data.code : 'file_unreadable' }
  }
  return file.preparedAt === null ? { is: 'received', kind } : readyNews({ ...file, kind })
}
