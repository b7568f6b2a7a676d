import { incomingPrefix } from '../file-key.ts'

interface Entry {
  readonly key: string
  readonly size: number
  readonly modifiedAt: number
}

/** Makes one of an upload and what tus keeps beside it; `entries` are sorted by their keys, as object stores list them. */
export async function* foldUploads(entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  let upload = null as Entry | null
  for await (const entry of entries) {
    if (!entry.key.startsWith(incomingPrefix)) {
      yield entry
      continue
    }
    const key = entry.key.replace(/\.(info|part)$/, '')
    const size: number = key === entry.key ? entry.size : 0
    if (upload?.key === key) {
      upload = { key, size: upload.size + size, modifiedAt: Math.max(upload.modifiedAt, entry.modifiedAt) }
      continue
    }
    if (upload) yield upload
    upload = { key, size, modifiedAt: entry.modifiedAt }
  }
  if (upload) yield upload
}
