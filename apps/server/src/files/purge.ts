import type { FileRecord } from '@humuus/db'
import { type Addresses, pathOf, untilFor } from './addresses.ts'
import { variantsOf } from './variants.ts'

/** Caches answer at once, or not at all (ms). */
const patienceMs = 5_000

/** Makes a cache forget all addresses of a file; `false` where it did not answer. */
export type Purge = (file: FileRecord) => Promise<boolean>

interface Parts {
  /** Where the cache listens for `PURGE`; `null`: there is none. */
  readonly purgeUrl: string | null
  readonly relative: Addresses
  readonly now: () => number
  readonly onError: (error: unknown) => void
}

export function purge({ purgeUrl, relative, now, onError }: Parts): Purge {
  const forget = async (path: string) => {
    const response = await fetch(`${purgeUrl}${path}`, { method: 'PURGE', signal: AbortSignal.timeout(patienceMs) })
    await response.body?.cancel()
    // It may say that it never had it.
    if (!response.ok && response.status !== 404) throw new Error(`the cache answered ${response.status} to PURGE`)
  }
  return async (file) => {
    if (purgeUrl === null) return true
    try {
      await Promise.all(
        variantsOf(file)
          .flatMap((variant) => pathsNow(pathOf(file.id, variant)))
          .map(forget),
      )
      return true
    } catch (error) {
      onError(error)
      return false
    }
  }

  /** Under these it may have been fetched in the last two hours; what is older no cache keeps. */
  function pathsNow(path: string): string[] {
    const until = untilFor(now())
    const all = [path, relative.signed(path, until), relative.signed(path, until - 3_600)]
    return all.flatMap((one) => [one, `${one}${one.includes('?') ? '&' : '?'}download=1`])
  }
}
