import { setTimeout } from 'node:timers/promises'

const patienceMs = 12_000
const pauseMs = 500

/** Tries again for some seconds where the reason to fail passes by itself. */
export async function patiently<Result>(
  work: () => Promise<Result>,
  isPassing: (error: unknown) => boolean,
): Promise<Result> {
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error) || Date.now() > until) throw error
    }
    await setTimeout(pauseMs)
  }
}
