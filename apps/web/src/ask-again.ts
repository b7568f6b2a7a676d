/** What was asked before and may have changed since, as tRPC's utilities have it. */
interface Asked {
  cancel(): Promise<void>
  invalidate(): Promise<void>
}

/**
 * Asks again after something has changed. A first answer that is still on its way is given up: it may have been made before the
 * change, and TanStack Query would be content with it.
 */
export async function askAgain(asked: Asked): Promise<void> {
  await asked.cancel()
  await asked.invalidate()
}
