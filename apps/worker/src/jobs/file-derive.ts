import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type FileStorage, type FileVariant, variantKey } from '@humuus/files'
import type { Attempt, FileDerive } from '@humuus/jobs'
import type { Logger } from 'pino'
import { fingerprint } from '../fingerprint.ts'
import { DecoderGaveUp, type prepareApart } from '../prepare/prepare-apart.ts'
import type { Prepared, PreparedVariant } from '../prepare/prepared.ts'
import type { ServerClient, TakenFile } from '../server-client.ts'
import type { Workplace } from '../workplace.ts'

interface Parts {
  readonly server: ServerClient
  readonly storage: () => Promise<FileStorage>
  readonly workplace: Workplace
  readonly prepare: typeof prepareApart
  readonly log: Logger
}

/**
 * Makes what may be shown of a scanned file, puts it where files are kept and tells the server. Begun again after a crash,
 * wherever that was, it writes the same under the same keys. Throws where it has to be tried again.
 */
export function onFileDerive({ server, storage, workplace, prepare, log }: Parts) {
  return async ({ fileId }: FileDerive, { isLast }: Attempt): Promise<void> => {
    const file = await server.takeFile(fileId)
    if (file === null) return log.debug({ fileId }, 'no file to prepare')
    if (file.state === 'scanning') throw new Error(`file ${fileId} is not scanned yet`)

    await using folder = await workplace.folder()
    const began = performance.now()
    const prepared = await preparedFrom(file, folder.path, isLast)
    if (!prepared.ok) {
      await server.fileRefused(fileId, { code: prepared.code, params: prepared.params })
      return log.info({ fileId, code: prepared.code }, 'file refused')
    }
    const variants: FileVariant[] = []
    for (const variant of prepared.variants) variants.push(await keep(fileId, variant))
    const { isWanted } = await server.fileDerived(fileId, variants)
    // Taken back meanwhile.
    if (!isWanted) await (await storage()).remove(variants.map(({ key }) => key))
    log.info({ fileId, ext: file.ext, ms: Math.round(performance.now() - began), isWanted }, 'file prepared')
  }

  async function preparedFrom({ key, ext }: TakenFile, folder: string, isLast: boolean): Promise<Prepared> {
    // Decoders go back and forth in it.
    const path = join(folder, `original.${ext}`)
    await pipeline(await (await storage()).read(key), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    try {
      return await prepare({ path, ext, folder })
    } catch (error) {
      // On a quieter machine it might have: only what never came through is the file's own fault.
      if (!(error instanceof DecoderGaveUp) || !isLast) throw error
      return { ok: false, code: 'file_unreadable', params: {} }
    }
  }

  async function keep(fileId: string, { path, ext, ...about }: PreparedVariant): Promise<FileVariant> {
    const key = variantKey(fileId, about.variant, ext)
    const written = fingerprint(createReadStream(path))
    const { size } = await (await storage()).write(key, Readable.from(written.bytes), { type: about.type })
    return { ...about, key, size, digest: written.digest() }
  }
}
