import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FileVariant } from '@humuus/api'
import { type FileStorage, openStorage, variantKey } from '@humuus/files'
import { workerHeader } from '../identity/worker-secret.ts'
import { type Uploader, uploader } from './uploader.ts'
import { newcomer, visitor } from './visitor.ts'
import { type Hosted, openWorld, type World } from './world.ts'

type Overrides = Parameters<typeof openWorld>[0]

/** A workshop at whose first step people give files. */
export const filesWorkshop = {
  format: 'humuus/1',
  title: 'Flip charts',
  nodes: [
    {
      id: 'photos',
      type: 'upload',
      data: { text: 'Show us', accepts: ['picture', 'audio', 'document', 'video'], maxFiles: 20 },
    },
    { id: 'end', type: 'end', data: {} },
  ],
}

/** Somebody with a phone that gives files. */
export type Giver = Awaited<ReturnType<typeof newcomer>> & Uploader

/** A world in which a session is at a step where people give files. */
export interface FileWorld extends AsyncDisposable {
  readonly world: World
  readonly hosted: Hosted
  /** Of the facilitator. */
  readonly host: Giver
  readonly storage: FileStorage
  readonly target: { readonly session: string; readonly node: string }
  /** Somebody new, who joined the session unless they are a stranger. */
  giver(options?: { stranger?: boolean; url?: string }): Promise<Giver>
  /** Does what the worker does: takes the file as clean, and makes every form of it from its bytes. */
  prepare(fileId: string): Promise<readonly FileVariant[]>
  readonly worker: ReturnType<typeof visitor>
  /** Keys in the storage, sorted. */
  keys(): Promise<string[]>
}

const secret = 'b'.repeat(32)

export async function openFileWorld(overrides: Overrides = {}, now?: () => number): Promise<FileWorld> {
  const world = await openWorld(overrides, now === undefined ? {} : { now })
  const storage = await openStorage({ dir: world.filesDir })
  const hosted = await world.hosted(filesWorkshop)
  const target = { session: hosted.sessionId, node: 'photos' }
  await hosted.command({ type: 'start' })
  const made = async (device?: Parameters<typeof newcomer>[1], url = world.server.url): Promise<Giver> => {
    const person = await newcomer(url, device)
    return { ...person, ...uploader(url, person.token) }
  }
  const worker = visitor(world.server.url, { [workerHeader]: secret })
  return {
    world,
    hosted,
    host: await made(hosted.host.device),
    storage,
    target,
    worker,
    giver: async ({ stranger = false, url } = {}) => {
      const person = await made(undefined, url)
      if (stranger) return person
      const wish = { sessionId: hosted.sessionId, commandId: randomUUID(), name: 'Ann' }
      const joined = await person.trpc.sessions.join.mutate(wish)
      if (!joined.ok) throw new Error(joined.rejection.code)
      return person
    },
    prepare: async (fileId) => {
      const task = await worker.internal.takeFile.mutate({ fileId })
      if (task === null) throw new Error('there is nothing to do with this file')
      if (task.state === 'scanning') await worker.internal.fileScanned.mutate({ fileId, outcome: 'clean' })
      const bytes = Buffer.concat(await (await storage.read(task.key)).toArray())
      const forms = task.kind === 'audio' ? (['full'] as const) : (['thumb', 'screen', 'full'] as const)
      const variants: FileVariant[] = []
      for (const variant of forms) {
        const key = variantKey(fileId, variant, task.ext)
        const content = variant === 'full' ? bytes : Buffer.concat([bytes, Buffer.from(variant)])
        const { size } = await storage.write(key, Readable.from([content]), { type: task.type })
        const digest = createHash('sha256').update(content).digest('hex')
        variants.push({ variant, key, type: task.type, size, digest, width: 640, height: 480 })
      }
      await worker.internal.fileDerived.mutate({ fileId, variants })
      return variants
    },
    keys: async () => {
      const found: string[] = []
      for await (const { key } of storage.list('')) found.push(key)
      return found.sort()
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}
