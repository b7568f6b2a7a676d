import { createReadStream } from 'node:fs'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import type { ZodType } from 'zod'
import { BackupUnusable } from './backup-unusable.ts'

/** Largest part that is read at once, in bytes. */
const mostAtOnce = 1_048_576

/** What an archive holds, one entry after the other. */
export interface ArchiveReader extends AsyncDisposable {
  /** Name of the entry that comes next; `null` at the end. */
  next(): Promise<string | null>
  /** The next entry, checked; throws `BackupUnusable` if it is something else. */
  json<Value>(name: string, schema: ZodType<Value>): Promise<Value>
  /** The content of the next entry, to be read to its end. */
  body(): Promise<Readable>
  /** The next entries as one, as long as their names begin like this. */
  joined(prefix: string): AsyncIterable<Uint8Array>
}

/** Throws `BackupUnusable` in words for whatever is not a readable `.tar.gz`. */
export function readArchive(file: string): ArchiveReader {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  const tar = extract()
  // What goes wrong with any of them is thrown to whoever reads the entries.
  pipeline(source, gunzip, asNode(tar)).catch((error: Error) => tar.destroy(error))
  const entries = tar[Symbol.asyncIterator]()
  const nextEntry = async () => {
    const { done, value } = await entries.next().catch(unusable)
    return done ? null : { name: value.header.name, body: Readable.from(whole(value as AsyncIterable<Uint8Array>)) }
  }
  let waiting: ReturnType<typeof nextEntry> | null = null
  const peek = () => {
    waiting ??= nextEntry()
    return waiting
  }
  const body = async (): Promise<Readable> => {
    const entry = await peek()
    if (entry === null) throw new BackupUnusable('the backup ends too early')
    waiting = null
    return entry.body
  }
  return {
    next: async () => (await peek())?.name ?? null,
    body,
    json: async (name, schema) => {
      const found = (await peek())?.name
      if (found !== name) throw new BackupUnusable(`this is no backup of humuus: it has no ${name} where it should be`)
      const parsed = schema.safeParse(jsonOf(await text(await body())))
      if (!parsed.success) throw new BackupUnusable(`this is no backup that can be read here: ${name} is unknown`)
      return parsed.data
    },
    joined: async function* (prefix) {
      while ((await peek())?.name.startsWith(prefix)) yield* await body()
    },
    [Symbol.asyncDispose]: async () => {
      source.destroy()
      tar.destroy()
    },
  }
}

/** What tar-stream makes is used like a stream of Node, but not typed as one. */
const asNode = (stream: unknown) => stream as Writable

async function* whole(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    unusable(error)
  }
}

async function text(body: Readable): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > mostAtOnce) throw new BackupUnusable('the backup holds something that is too large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

function unusable(error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') throw new BackupUnusable('there is no such file')
  if (code === 'EACCES' || code === 'EISDIR') throw new BackupUnusable('the file cannot be read')
  throw new BackupUnusable(`the backup is damaged or cut off (${message})`)
}
