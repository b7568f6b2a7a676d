import { buffer } from 'node:stream/consumers'
import type { FileRejection, FileTask, FileWork } from '@humuus/api'
import { refusal } from '@humuus/api'
import type { FileRecord, FileStore } from '@humuus/db'
import {
  FileMissing,
  type FileStorage,
  fileFormats,
  headBytes,
  incomingKey,
  inspectHead,
  quarantineKey,
  tailBytes,
} from '@humuus/files'
import { z } from 'zod'
import type { FileSettings } from './settings.ts'
import type { Tell } from './telling.ts'

/** Why a file was refused stands with it for so long, and what is infected is kept apart for so long. */
const refusedStaysMs = 7 * 86_400_000

export interface LifeParts {
  readonly store: FileStore
  readonly storage: FileStorage
  readonly settings: FileSettings
  readonly tell: Tell
  /** Ask the worker; asked twice it is one job. */
  readonly askToScan: (fileId: string) => void
  readonly askToPrepare: (fileId: string) => void
  readonly now: () => number
}

/** `unfinished`: not all of it is there. */
export type Finished = 'finished' | 'unfinished' | FileRejection

/** What becomes of a file from its last byte to where it may be shown. Every step can be taken again after a crash. */
export interface FileLife extends Pick<FileWork, 'take' | 'scanned' | 'derived' | 'refused'> {
  /** Looks whether all bytes are there and what they are. */
  finish(fileId: string): Promise<Finished>
  /** Does again what may have been lost between two steps. */
  goOn(file: FileRecord): Promise<void>
}

const Trouble = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** Why a file was refused, as it was stored. */
export const troubleOf = (file: FileRecord): FileRejection | null => {
  const read = Trouble.safeParse(file.trouble)
  return read.success ? (read.data as FileRejection) : null
}

export function fileLife(parts: LifeParts): FileLife {
  const { store, storage, settings, tell, now } = parts

  const ask = (file: FileRecord) => (file.state === 'scanning' ? parts.askToScan(file.id) : parts.askToPrepare(file.id))

  async function removeBytes(fileId: string): Promise<void> {
    const keys = [incomingKey(fileId)]
    for await (const { key } of storage.list(`${fileId}/`)) keys.push(key)
    await storage.remove(keys)
  }

  async function refuse(fileId: string, trouble: FileRejection): Promise<void> {
    const file = await store.refuse(fileId, { state: 'failed', trouble, expiresAt: now() + refusedStaysMs })
    if (file !== null) {
      await removeBytes(fileId)
      await tell(file)
    }
  }

  async function finish(fileId: string): Promise<Finished> {
    const file = await store.get(fileId)
    if (file === null || file.removedAt !== null) return { code: 'file_gone' }
    if (file.state !== 'uploading') return troubleOf(file) ?? 'finished'
    const key = incomingKey(fileId)
    const found = await storage.stat(key)
    if (found === null || found.size < file.size) return 'unfinished'
    const read = async (start: number, end: number) => buffer(await storage.read(key, { start, end }))
    const head = await read(0, Math.min(file.size, headBytes) - 1)
    const tail = await read(Math.max(0, file.size - tailBytes), file.size - 1)
    const content = await inspectHead(head, tail, { size: file.size, name: file.name })
    const trouble = content.ok
      ? keepsItsWord(file.kind, content.kind)
        ? null
        : ({ code: 'file_mismatch', params: { found: content.kind, name: file.name } } as const)
      : { code: content.code, params: content.params }
    if (trouble !== null) {
      await refuse(fileId, trouble)
      return trouble
    }
    if (!content.ok) return 'unfinished'
    const state = settings.scans ? 'scanning' : 'unscanned'
    const finished = await store.finish(fileId, { kind: content.kind, type: content.type, state, now: now() })
    if (finished === null) return finish(fileId)
    ask(finished)
    await tell(finished)
    return 'finished'
  }

  async function quarantine(fileId: string): Promise<void> {
    const key = incomingKey(fileId)
    try {
      await storage.write(quarantineKey(fileId), await storage.read(key), { type: 'application/octet-stream' })
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error
    }
    await removeBytes(fileId)
  }

  async function clean(fileId: string, state: 'clean' | 'unscanned'): Promise<void> {
    const file = await store.scanned(fileId, state)
    if (file !== null) ask(file)
  }

  async function infected(fileId: string): Promise<void> {
    const trouble: FileRejection = { code: 'file_infected' }
    await store.refuse(fileId, { state: 'infected', trouble, expiresAt: now() + refusedStaysMs })
    const file = await store.get(fileId)
    if (file?.state !== 'infected') return
    await quarantine(fileId)
    await tell(file)
  }

  return {
    finish,

    goOn: async (file) => {
      if (file.state === 'uploading') {
        await finish(file.id)
        return
      }
      await tell(file)
      if (file.preparedAt !== null || file.state === 'failed' || file.state === 'infected') return
      // The scanner that it waited for was taken away.
      if (file.state === 'scanning' && !settings.scans) await clean(file.id, 'unscanned')
      else ask(file)
    },

    take: async (fileId) => {
      const file = await store.get(fileId)
      return file === null ? null : taskOf(file)
    },

    scanned: async (fileId, outcome) => {
      if (outcome === 'clean') await clean(fileId, 'clean')
      if (outcome === 'infected') await infected(fileId)
      if (outcome === 'failed') await refuse(fileId, { code: 'file_not_scanned' })
    },

    derived: async (fileId, variants) => {
      if (!variants.every(({ key }) => key.startsWith(`${fileId}/`))) throw refusal('malformed')
      await store.prepared(fileId, variants, now())
      const file = await store.get(fileId)
      if (file === null || file.removedAt !== null || file.preparedAt === null || file.state === 'failed') return false
      await storage.remove([incomingKey(fileId)])
      await tell(file)
      return true
    },

    refused: refuse,
  }
}

/** What was announced is what is there; some sound comes in the wrapping of a film. */
const keepsItsWord = (announced: string | null, found: string): boolean =>
  announced === found || (announced === 'video' && found === 'audio')

function taskOf(file: FileRecord): FileTask | null {
  const { id, name, kind, type, size, state } = file
  if (file.removedAt !== null || file.preparedAt !== null || kind === null || type === null) return null
  if (state !== 'scanning' && state !== 'clean' && state !== 'unscanned') return null
  const ext = Object.values(fileFormats).find((format) => format.type === type)?.ext ?? 'bin'
  return { fileId: id, key: incomingKey(id), name, kind, type, ext, size, state }
}
