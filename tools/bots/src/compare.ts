import { type Client, type LiveView, pause, type WatchOptions } from '@humuus/client'
import type { Role } from '@humuus/workshop-engine'
import { firstDifference } from './first-difference.ts'

/** How long a view may still be on its way to what the other one shows, in ms. */
const patienceMs = 10_000

/** How often the two are looked at meanwhile, in ms. */
const lookMs = 25

/**
 * Compares a view that lived through everything with one that begins now, at a server that may be a moment behind. Resolves to
 * where they differ, or to `null`: at the latest after some seconds in which they would not become equal.
 */
export async function compareWithFresh<R extends Role>(
  client: Client,
  merged: LiveView<R>,
  options: WatchOptions<R>,
  withinMs = patienceMs,
): Promise<string | null> {
  const fresh = client.watch(options)
  try {
    await fresh.until(() => true, withinMs)
    const until = performance.now() + withinMs
    for (;;) {
      const difference = differenceOf(merged, fresh)
      if (difference === null || merged.rejection !== null || performance.now() > until) return difference
      await pause(lookMs)
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    fresh.close()
  }
}

function differenceOf<R extends Role>(merged: LiveView<R>, fresh: LiveView<R>): string | null {
  if (merged.rejection !== null) return `the view was refused: ${merged.rejection.code}`
  if (merged.state === null || fresh.state === null) return 'nothing was seen'
  const [was, is] = [merged.state, fresh.state]
  return firstDifference({ shared: was.shared, own: was.own }, { shared: is.shared, own: is.own })
}
