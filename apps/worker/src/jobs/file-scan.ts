import type { FileStorage } from '@humuus/files'
import type { Attempt, FileScan } from '@humuus/jobs'
import type { Logger } from 'pino'
import { fingerprint } from '../fingerprint.ts'
import type { Scanner, Verdict } from '../scan/clamd.ts'
import type { FileScanned, ServerClient, TakenFile } from '../server-client.ts'

interface Parts {
  readonly server: ServerClient
  readonly storage: () => Promise<FileStorage>
  readonly scanner: Scanner
  readonly log: Logger
}

/**
 * Gives a file to the scanner and tells the server what it found. Throws where that has to be tried again; what could not be
 * scanned at the last attempt has failed. The log holds the file's id and the signature, never its name.
 */
export function onFileScan({ server, storage, scanner, log }: Parts) {
  return async ({ fileId }: FileScan, { isLast }: Attempt): Promise<void> => {
    const file = await server.takeFile(fileId)
    if (file?.state !== 'scanning') return log.debug({ fileId }, 'no file to scan')
    try {
      const { verdict, seen } = await look(file)
      const outcome = verdict.is === 'unscannable' ? 'failed' : verdict.is
      await server.fileScanned(fileId, { outcome, ...seen, ...wordsOf(verdict) })
      log[outcome === 'clean' ? 'info' : 'warn'](
        { fileId, outcome, size: seen.size, ...wordsOf(verdict) },
        'file scanned',
      )
    } catch (error) {
      if (!isLast) throw error
      const words = error instanceof Error ? error.message : String(error)
      await server.fileScanned(fileId, { outcome: 'failed', size: file.size, words })
      log.error({ fileId, words }, 'file could not be scanned')
    }
  }

  async function look({
    key,
    size,
  }: TakenFile): Promise<{ verdict: Verdict; seen: Pick<FileScanned, 'size' | 'digest'> }> {
    let passing = fingerprint(nothing())
    const verdict = await scanner.scan(async () => {
      passing = fingerprint(await (await storage()).read(key))
      return passing.bytes
    })
    // Whoever refuses does not look at all of it.
    if (verdict.is === 'unscannable') return { verdict, seen: { size } }
    const seen = { size: passing.size(), digest: passing.digest() }
    if (seen.size === size) return { verdict, seen }
    return { verdict: { is: 'unscannable', words: `${seen.size} of ${size} bytes are there` }, seen }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function wordsOf(verdict: Verdict): { words?: string } {
  if (verdict.is === 'clean') return {}
  return { words: verdict.is === 'infected' ? verdict.signature : verdict.words }
}
