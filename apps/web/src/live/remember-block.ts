import type { BlockMemory } from './carrier-choice.ts'

const key = 'humuus.sockets-blocked-until'

/** Keeps the finding that sockets are blocked for the browser session; forgets it with the page where storage is closed. */
export function rememberBlock(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null): BlockMemory {
  return {
    load() {
      const kept = storage?.getItem(key) ?? null
      return kept === null || !Number.isFinite(Number(kept)) ? null : Number(kept)
    },
    save(blockedUntil) {
      try {
        if (blockedUntil === null) storage?.removeItem(key)
        else storage?.setItem(key, String(blockedUntil))
      } catch {
        // Full or closed: it is found out again on the next page.
      }
    },
  }
}
