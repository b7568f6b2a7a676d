import { randomUUID } from 'node:crypto'
import type { FileLocks } from '@humuus/db'
import type { Lock, Locker } from '@tus/server'

/** A server that died holds its uploads for so long. */
const holdMs = 10_000

/** How often a holder says that it is still there, and learns whether somebody waits. */
const beatMs = 2_000

const askAgainMs = 250

/** Longer nobody waits. */
const patienceMs = 20_000

/** Thrown to `@tus/server`, which answers with it; the client tries again. */
const busy = { status_code: 423, body: 'somebody else is sending this' }
const gone = { status_code: 404, body: 'there is no such upload' }
const leaving = { status_code: 400, body: 'nobody waits for it any more' }

export interface UploadLocker extends Locker {
  /** Resolves when nobody here writes any more. */
  idle(): Promise<void>
}

interface Parts {
  readonly locks: FileLocks
  readonly onError: (error: unknown) => void
}

/**
 * One request at a time writes an upload, whichever server it came to: whoever comes back after a broken connection asks the
 * one before to let go, whose bytes so far count.
 */
export function uploadLocker({ locks, onError }: Parts): UploadLocker {
  const held = new Set<Promise<void>>()
  /** Holders on this server are asked directly. */
  const here = new Map<string, () => void>()

  const newLock = (id: string): Lock => {
    const me = randomUUID()
    let beating: NodeJS.Timeout | undefined
    let letGo: () => void = () => {}
    let end: () => void = () => {}

    const beat = async () => {
      const answer = await locks.keep(id, me, holdMs)
      if (answer !== 'kept') letGo()
    }

    const take = async (signal: AbortSignal) => {
      for (const deadline = performance.now() + patienceMs; performance.now() < deadline; ) {
        if (signal.aborted) throw leaving
        const taken = await locks.take(id, me, holdMs)
        if (taken === 'gone') throw gone
        if (taken) return
        here.get(id)?.()
        await new Promise((resolve) => setTimeout(resolve, askAgainMs))
      }
      throw busy
    }

    return {
      lock: async (signal, askToLetGo) => {
        await take(signal)
        letGo = () => void askToLetGo()
        here.set(id, letGo)
        const holding = new Promise<void>((resolve) => {
          end = resolve
        })
        held.add(holding)
        void holding.then(() => held.delete(holding))
        // While the database is away nobody else can take it either.
        beating = setInterval(() => void beat().catch(onError), beatMs)
      },
      unlock: async () => {
        clearInterval(beating)
        if (here.get(id) === letGo) here.delete(id)
        await locks.release(id, me).finally(end)
      },
    }
  }
  const idle = async (): Promise<void> => {
    while (held.size > 0) await Promise.all(held)
  }
  return { newLock, idle }
}
