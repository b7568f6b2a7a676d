import type { Outbox } from './outbox.ts'

/** A storage that does not answer in so many steps is given up. In steps, because a page that was frozen wakes up with one late. */
const steps = 4

/**
 * The first outbox while it works, then the second: where the browser keeps nothing (a private window, a full disk, storage that
 * is blocked or never answers), sending goes on. What the first one kept is sent by the next page.
 */
export function fallingBack(first: Outbox, second: Outbox, patienceMs: number): Outbox {
  let isBroken = false

  async function use<T>(work: (outbox: Outbox) => Promise<T>): Promise<T> {
    if (isBroken) return work(second)
    try {
      return await within(work(first), patienceMs)
    } catch {
      isBroken = true
      return work(second)
    }
  }

  return {
    add: (wish) => use((outbox) => outbox.add(wish)),
    settle: (commandId, outcome) => use((outbox) => outbox.settle(commandId, outcome)),
    list: (sessionId) => use((outbox) => outbox.list(sessionId)),
    sessions: () => use((outbox) => outbox.sessions()),
    owed: (sessionId) => use((outbox) => outbox.owed(sessionId)),
    reported: (sessionId, commandIds) => use((outbox) => outbox.reported(sessionId, commandIds)),
    clear: () => use((outbox) => outbox.clear()),
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    let left = steps
    const step = () => {
      if (left-- === 0) reject(new Error('the storage does not answer'))
      else timer = setTimeout(step, ms / steps)
    }
    step()
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
