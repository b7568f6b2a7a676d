/** Passes an error on, but not one that says the same as another of the last `quietMs`: an outage is a line now and then. */
export function throttleErrors(
  onError: (error: Error) => void,
  quietMs = 10_000,
  now = Date.now,
): (error: Error) => void {
  const toldAt = new Map<string, number>()
  return (error) => {
    const last = toldAt.get(error.message)
    if (last !== undefined && now() - last < quietMs) return
    if (toldAt.size >= 100) toldAt.clear()
    toldAt.set(error.message, now())
    onError(error)
  }
}
