/** Where the browser blocks storage, even looking at it throws. */
export function storageOf(open: () => Storage): Storage | null {
  try {
    return open()
  } catch {
    return null
  }
}
