import type { Append } from './append.ts'
import type { AppendResult } from './event-log.ts'

/** The two ways to write. */
export interface AppendWays {
  /** Those of different sessions, of which none is waited for. Says nothing of a session where it is not certain. */
  together(appends: readonly Append[]): Promise<ReadonlyMap<string, AppendResult>>
  alone(append: Append): Promise<AppendResult>
  /** True if such a failure wrote nothing and may be the fault of one of them. */
  isOfOne(error: unknown): boolean
}

/** Statements under way at once: while one waits for the disk, the next is put together. */
const lanes = 2
/** What one statement carries at most. */
const mostSessions = 64
const mostActions = 2_000

interface Waiting {
  readonly append: Append
  readonly done: (result: AppendResult) => void
  readonly failed: (error: unknown) => void
}

/**
 * Appends of many rooms as few statements: one goes at once while a lane is free; those that come meanwhile go together. What
 * cannot go with the others goes alone and beside the lanes: each learns of its own refusal, and nobody waits for a session
 * that somebody holds.
 */
export function gatheredAppends(ways: AppendWays): (append: Append) => Promise<AppendResult> {
  let waiting: Waiting[] = []
  let free = lanes

  function start(): void {
    while (free > 0 && waiting.length > 0) {
      const { taken, left } = nextBatch(waiting)
      waiting = left
      free--
      void write(taken).then(() => {
        free++
        start()
      })
    }
  }

  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await ways.together(batch.map(({ append }) => append))
      for (const one of batch) {
        const result = results.get(one.append.sessionId)
        if (result === undefined) alone(one)
        else one.done(result)
      }
    } catch (error) {
      for (const one of batch) {
        if (ways.isOfOne(error)) alone(one)
        else one.failed(error)
      }
    }
  }

  function alone({ append, done, failed }: Waiting): void {
    ways.alone(append).then(done, failed)
  }

  return (append) =>
    new Promise((done, failed) => {
      waiting.push({ append, done, failed })
      start()
    })
}

/** As many as one statement carries, each session once, in the order in which they came. */
function nextBatch(waiting: readonly Waiting[]): { readonly taken: Waiting[]; readonly left: Waiting[] } {
  const sessions = new Set<string>()
  const taken: Waiting[] = []
  const left: Waiting[] = []
  let actions = 0
  for (const one of waiting) {
    const { sessionId, actions: own } = one.append
    const fits = sessions.size < mostSessions && (taken.length === 0 || actions + own.length <= mostActions)
    if (!fits || sessions.has(sessionId)) {
      left.push(one)
      continue
    }
    sessions.add(sessionId)
    actions += own.length
    taken.push(one)
  }
  return { taken, left }
}
