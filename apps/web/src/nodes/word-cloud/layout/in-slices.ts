/** Looks in a slice: one or two milliseconds on a laptop, and on a machine four times slower still no more than eight. */
export const looksInSlice = 20_000

/** What the timeline of a browser shows of a slice; `detail` holds its looks. */
export const sliceName = 'word-cloud slice'

/**
 * Does some work without holding up the page: a slice, then whatever else there is to do, then the next. The work yields what it
 * took since it last did.
 */
export async function inSlices<Result>(work: Generator<number, Result>): Promise<Result> {
  for (;;) {
    const began = performance.now()
    let looks = 0
    let step = work.next()
    while (!step.done && looks + step.value < looksInSlice) {
      looks += step.value
      step = work.next()
    }
    performance.measure(sliceName, { start: began, detail: { looks: looks + (step.done ? 0 : step.value) } })
    performance.clearMeasures(sliceName)
    if (step.done) return step.value
    await new Promise((resolve) => setTimeout(resolve))
  }
}
