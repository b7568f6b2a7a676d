import type { Readable } from 'node:stream'
import type { FileRecord, FileStore } from '@humuus/db'
import type { FileStorage } from '@humuus/files'
import yazl from 'yazl'
import { endingWith } from './file-name.ts'
import { variantsOf } from './variants.ts'

/** Where all files of a step are fetched as one. */
export const archivePath = (sessionId: string, nodeId: string): string => `/files/archive/${sessionId}/${nodeId}`

interface Parts {
  readonly store: Pick<FileStore, 'ofSession'>
  readonly storage: Pick<FileStorage, 'read' | 'stat'>
  readonly mayShow: (file: FileRecord) => boolean
}

/** A zip of the files of a step that are ready, one after the other as they are read: never more of them in memory than a piece. */
export async function archive(
  { store, storage, mayShow }: Parts,
  sessionId: string,
  nodeId: string,
): Promise<Readable & { destroy(error?: Error): unknown }> {
  const zip = new yazl.ZipFile()
  const out = zip.outputStream as Readable
  const names = new Set<string>()
  const files = (await store.ofSession(sessionId)).filter((file) => file.nodeId === nodeId && mayShow(file)).reverse()
  let reading: Readable | null = null
  for (const file of files) {
    const variant = variantsOf(file).find((one) => one.variant === 'full')
    // Somebody may be removing it just now.
    if (variant === undefined || (await storage.stat(variant.key)) === null) continue
    const name = uniqueName(endingWith(file.name, variant.key.split('.').at(-1) ?? 'bin'), names)
    // Pictures, films and sound are compressed already.
    const options = { compress: false, size: variant.size, mtime: new Date(file.createdAt), mode: 0o100644 }
    zip.addReadStreamLazy(name, options, (give) => {
      if (out.destroyed) return give(new Error('nobody waits for it any more'), undefined as never)
      storage.read(variant.key).then(
        (stream) => {
          reading = stream
          give(null, stream)
        },
        (error) => give(error, undefined as never),
      )
    })
  }
  zip.on('error', (error) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  out.once('close', () => reading?.destroy())
  zip.end()
  return out
}

/** "photo.jpg", then "photo (2).jpg": also where letters differ in their case alone, which some disks do not tell apart. */
function uniqueName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.')
  for (let count = 1; ; count++) {
    const one = count === 1 ? name : `${name.slice(0, dot)} (${count})${name.slice(dot)}`
    if (taken.has(one.toLowerCase())) continue
    taken.add(one.toLowerCase())
    return one
  }
}
