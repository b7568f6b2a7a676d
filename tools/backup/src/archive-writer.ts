import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Pack, pack } from 'tar-stream'

export interface ArchiveWriter {
  json(name: string, value: unknown): Promise<void>
  bytes(name: string, bytes: Uint8Array): Promise<void>
  /** `body` has to hold `size` bytes. */
  stream(name: string, size: number, body: Readable): Promise<void>
}

/**
 * Writes a `.tar.gz` that only its owner can read. It appears under its name once it is complete; of one that failed
 * nothing is left.
 */
export async function writeArchive(file: string, fill: (archive: ArchiveWriter) => Promise<void>): Promise<void> {
  const draft = `${file}.${process.pid}.part`
  const tar = pack()
  const written = pipeline(tar, createGzip(), createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }))
  try {
    // Whatever fails first is the reason.
    await Promise.race([fill(writerOf(tar)), written.then(() => Promise.reject(new Error('the archive ended early')))])
    tar.finalize()
    await written
    await rename(draft, file)
  } catch (error) {
    tar.destroy()
    await written.catch(() => undefined)
    await rm(draft, { force: true })
    throw error
  }
}

function writerOf(tar: Pack): ArchiveWriter {
  const stream = async (name: string, size: number, body: Readable) => {
    // What tar-stream makes is used like a stream of Node, but not typed as one.
    await pipeline(body, tar.entry({ name, size, mode: 0o600 }) as unknown as Writable)
  }
  const bytes = (name: string, content: Uint8Array) => stream(name, content.byteLength, Readable.from([content]))
  return { bytes, stream, json: (name, value) => bytes(name, Buffer.from(`${JSON.stringify(value, null, 2)}\n`)) }
}
