import { expect, test } from 'vitest'
import { inSlices, looksInSlice, msInSlice, sliceName } from './in-slices.ts'

/** Work of so many steps, each of which takes so long on a clock of its own, and how it was cut. */
async function cut(steps: number, { looks, ms }: { readonly looks: number; readonly ms: number }) {
  let clock = 0
  const slices: { readonly looks: number; readonly ms: number }[] = []
  const observer = new PerformanceObserver((list) => {
    for (const one of list.getEntriesByName(sliceName) as PerformanceMeasure[])
      slices.push({ looks: one.detail.looks, ms: one.duration })
  })
  observer.observe({ entryTypes: ['measure'] })
  const work = function* () {
    for (let nth = 0; nth < steps; nth++) {
      clock += ms
      yield looks
    }
    return 'done'
  }
  const result = await inSlices(work(), () => clock)
  await new Promise((resolve) => setTimeout(resolve, 10))
  observer.disconnect()
  return { result, slices }
}

test('on a fast machine a slice ends with its looks', async () => {
  const { result, slices } = await cut(100, { looks: 2_000, ms: 0.05 })
  expect(result).toBe('done')
  expect(slices).toHaveLength(11)
  for (const slice of slices) expect(slice.looks).toBeLessThanOrEqual(looksInSlice)
})

test.each([0.3, 1, 3])(
  'where 2,000 looks take %d ms, a slice keeps to its time, and overruns it by no more than one of them',
  async (ms) => {
    const { result, slices } = await cut(60, { looks: 2_000, ms })
    expect(result).toBe('done')
    expect(slices.length).toBeGreaterThan(3)
    for (const slice of slices) expect(slice.ms).toBeLessThan(msInSlice + ms)
  },
)

test('a step that takes too long by itself is a slice of its own', async () => {
  const { slices } = await cut(5, { looks: 10, ms: 30 })
  expect(slices.map(({ ms }) => ms)).toEqual([30, 30, 30, 30, 30, 0])
})
