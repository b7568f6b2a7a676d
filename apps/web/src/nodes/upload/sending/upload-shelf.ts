import type { KeptUpload } from '../../../live/kept-upload.ts'
import { onDisk, type openShelves } from '../../../live/shelves.ts'

/** Keeps files until they are on the server, beyond reloads and dead batteries. Rejects where there is no room, or no storage at all. */
export interface UploadShelf {
  add(upload: KeptUpload, bytes: Blob): Promise<void>
  change(id: string, to: Partial<Pick<KeptUpload, 'isPaused' | 'url'>>): Promise<void>
  remove(id: string): Promise<void>
  /** Oldest first. */
  list(sessionId: string): Promise<readonly (KeptUpload & { readonly bytes: Blob })[]>
}

const both = ['uploads', 'bytes'] as const

/** Files in IndexedDB: the copy is ours, whatever becomes of the file on the phone. */
export function lastingShelf(database: ReturnType<typeof openShelves>): UploadShelf {
  return {
    async add(upload, bytes) {
      const tx = (await database()).transaction(both, 'readwrite', onDisk)
      await Promise.all([tx.objectStore('uploads').put(upload), tx.objectStore('bytes').put(bytes, upload.id), tx.done])
    },
    async change(id, to) {
      const tx = (await database()).transaction('uploads', 'readwrite')
      const known = await tx.store.get(id)
      if (known !== undefined) await tx.store.put({ ...known, ...to })
      await tx.done
    },
    async remove(id) {
      const tx = (await database()).transaction(both, 'readwrite')
      await Promise.all([tx.objectStore('uploads').delete(id), tx.objectStore('bytes').delete(id), tx.done])
    },
    async list(sessionId) {
      const tx = (await database()).transaction(both, 'readonly')
      const uploads = await tx.objectStore('uploads').index('bySession').getAll(sessionId)
      const kept = await Promise.all(
        uploads.map(async (upload) => ({ ...upload, bytes: await tx.objectStore('bytes').get(upload.id) })),
      )
      await tx.done
      return kept
        .flatMap(({ bytes, ...upload }) => (bytes === undefined ? [] : [{ ...upload, bytes }]))
        .sort((one, other) => one.addedAt - other.addedAt)
    },
  }
}
