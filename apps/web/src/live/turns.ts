/** Lets one page of the browser at a time do something; the others wait for their turn. Resolves and rejects as the work does. */
export type Turns = <T>(name: string, work: () => Promise<T>) => Promise<T>

/**
 * Turns by Web Locks: a page that crashes or is closed gives its own up. One that does not within `patienceMs` was frozen by its
 * browser, and is passed over. Without locks (plain HTTP has none) everybody goes at once, and relies on the ids of commands.
 */
export function lockedTurns(locks: Pick<LockManager, 'request'> | null, patienceMs: number): Turns {
  if (locks === null) return (_, work) => work()
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    let mine: Promise<T> | null = null
    const begin = () => {
      mine = work()
      return mine
    }
    const waits: LockOptions[] = [{ signal: AbortSignal.timeout(patienceMs) }, { steal: true }]
    for (const options of waits) {
      try {
        await locks.request(name, options, begin)
      } catch {
        // The wait was over, or somebody took the lock while we were at work: then the work still goes on.
      }
      if (mine !== null) return mine
    }
    return begin()
  }
}
