/** Looks in a slice, half a millisecond on a laptop; and the milliseconds after which it ends on a machine that is far slower. */
export const looksInSlice = 20_000
const msInSlice = 4

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
    while (!step.done && looks + step.value < looksInSlice && performance.now() - began < msInSlice) {
      looks += step.value
      step = work.next()
    }
    performance.measure(sliceName, { start: began, detail: { looks: looks + (step.done ? 0 : step.value) } })
    performance.clearMeasures(sliceName)
    if (step.done) return step.value
    await new Promise((resolve) => setTimeout(resolve))
  }
}
