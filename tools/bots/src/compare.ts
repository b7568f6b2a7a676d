import type { Client, LiveView, WatchOptions } from '@humuus/client'
import type { Role } from '@humuus/workshop-engine'
import { firstDifference } from './first-difference.ts'

/** How long a view may still be on its way to what a fresh one shows, and a fresh one to its first message. */
const patienceMs = 10_000

/**
 * Compares a view that lived through everything with one that begins now. Resolves to where they differ, or to `null`: at
 * the latest after some seconds in which they would not become equal.
 */
export async function compareWithFresh<R extends Role>(
  client: Client,
  merged: LiveView<R>,
  options: WatchOptions<R>,
  withinMs = patienceMs,
): Promise<string | null> {
  const fresh = client.watch(options)
  try {
    const { shared, own } = await fresh.until(() => true, withinMs)
    const isEqual = (state: { shared: unknown; own: unknown }) =>
      firstDifference({ shared: state.shared, own: state.own }, { shared, own }) === null
    await merged.until(isEqual, withinMs).catch(() => null)
    if (merged.rejection !== null) return `the view was refused: ${merged.rejection.code}`
    if (merged.state === null) return 'nothing was seen'
    return firstDifference({ shared: merged.state.shared, own: merged.state.own }, { shared, own })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    fresh.close()
  }
}
