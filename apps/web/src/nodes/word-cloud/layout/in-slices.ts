/** Looks in a slice, half a millisecond on a laptop; and the milliseconds after which it ends on a machine that is far slower. */
export const looksInSlice = 20_000
export const msInSlice = 4

/** What the timeline of a browser shows of a slice; `detail` holds its looks. */
export const sliceName = 'word-cloud slice'

/**
 * Does some work without holding up the page: a slice, then whatever else there is to do, then the next. The work yields what it
 * took since it last did: the less it takes at once, the better a slice keeps to its time.
 */
export async function inSlices<Result>(
  work: Generator<number, Result>,
  now: () => number = () => performance.now(),
): Promise<Result> {
  for (;;) {
    const began = now()
    let looks = 0
    let step = work.next()
    while (!step.done) {
      looks += step.value
      if (looks >= looksInSlice || now() - began >= msInSlice) break
      step = work.next()
    }
    performance.measure(sliceName, { start: began, end: now(), detail: { looks } })
    performance.clearMeasures(sliceName)
    if (step.done) return step.value
    await new Promise((resolve) => setTimeout(resolve))
  }
}
