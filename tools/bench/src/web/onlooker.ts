import type { Page } from 'playwright-core'

/** What a page was like so far; times in ms. */
export interface Seen {
  readonly firstPaintMs: number
  readonly largestPaintMs: number
  /** The field has the focus: what is typed is taken. */
  readonly aliveMs: number
  /** Cumulative layout shift. */
  readonly shift: number
  /** From a press until the next picture, the longest of all presses. Browsers say this in steps of 8 ms. */
  readonly interactionMs: number
  /** Between one frame and the next, since `countFrames`. */
  readonly frames: readonly number[]
  /** Lengths of what held the page up for more than 50 ms, since `countFrames`. */
  readonly longTasks: readonly number[]
}

/** Runs in each page before its own scripts and notes what is asked for above. It is text because this package knows no DOM. */
export const onlooker = `(() => {
  const seen = { firstPaintMs: NaN, largestPaintMs: NaN, aliveMs: NaN, shift: 0, interactionMs: 0, frames: [], longTasks: [] }
  const watch = (type, see, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true, ...options })
  watch('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') seen.firstPaintMs = startTime })
  watch('largest-contentful-paint', ({ startTime }) => { seen.largestPaintMs = startTime })
  watch('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) seen.shift += value })
  watch('event', ({ interactionId, duration }) => {
    if (interactionId > 0) seen.interactionMs = Math.max(seen.interactionMs, duration)
  }, { durationThreshold: 16 })
  watch('longtask', ({ duration }) => seen.longTasks.push(duration))
  addEventListener('focusin', () => { if (Number.isNaN(seen.aliveMs)) seen.aliveMs = performance.now() })
  let last = null
  const look = (now) => {
    if (last !== null) seen.frames.push(now - last)
    last = now
    requestAnimationFrame(look)
  }
  let isLooking = false
  window.onlooker = {
    seen: () => seen,
    countFrames: () => {
      seen.longTasks.length = 0
      seen.frames.length = 0
      if (!isLooking) requestAnimationFrame(look)
      isLooking = true
    },
  }
})()`

export const seen = (page: Page): Promise<Seen> => page.evaluate<Seen>('onlooker.seen()')

export const countFrames = (page: Page): Promise<void> => page.evaluate<void>('onlooker.countFrames()')
