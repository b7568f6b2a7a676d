import { setTimeout as sleep } from 'node:timers/promises'
import { pauseAfter, soonAgain } from './retry.ts'

/** Does `work` again until it succeeds; `undefined` if `signal` ends the wait first. Each failure is told to `onError`. */
export async function persist<Result>(
  work: () => Promise<Result>,
  { signal, onError }: { signal: AbortSignal; onError: (error: Error) => void },
): Promise<Result | undefined> {
  for (let attempt = 1; !signal.aborted; attempt++) {
    try {
      return await work()
    } catch (error) {
      onError(error as Error)
    }
    await sleep(pauseAfter(attempt, soonAgain), undefined, { signal }).catch(() => undefined)
  }
  return undefined
}
