import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type FileStorage, incomingKey, openStorage } from '@humuus/files'

/** A folder of files and one to work in, gone when it is disposed. */
export interface Place extends AsyncDisposable {
  readonly storage: FileStorage
  readonly filesDir: string
  readonly workDir: string
  /** Puts bytes where uploads end. */
  bring(fileId: string, bytes: Buffer): Promise<void>
  keys(prefix?: string): Promise<string[]>
  /** What was left in the folder to work in. */
  left(): Promise<string[]>
}

export async function openPlace(): Promise<Place> {
  const dir = await mkdtemp(join(tmpdir(), 'humuus-place-'))
  const [filesDir, workDir] = [join(dir, 'files'), join(dir, 'work')]
  const storage = await openStorage({ dir: filesDir })
  return {
    storage,
    filesDir,
    workDir,
    bring: async (fileId, bytes) => {
      await storage.write(incomingKey(fileId), Readable.from([bytes]), { type: 'application/octet-stream' })
    },
    keys: async (prefix = '') => {
      const entries: { key: string }[] = await Readable.from(storage.list(prefix)).toArray()
      return entries.map(({ key }) => key).sort()
    },
    left: () => readdir(workDir).catch(() => []),
    [Symbol.asyncDispose]: async () => {
      await storage.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
