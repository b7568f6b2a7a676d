import { expect, test, vi } from 'vitest'
import { CalmCloud, type Settled } from './calm-cloud.ts'
import { spiral } from './spiral.ts'
import { boxOf, roomFor } from './word-box.ts'

const ink = (text: string) => ({ width: 0.5 * text.length, height: 0.8, below: 0 })

function cloudOf() {
  const published: Settled[] = []
  const cloud = new CalmCloud((settled) => published.push(settled))
  const show = (texts: readonly string[], area = { width: 1_600, height: 600 }) => {
    const words = texts.map((text) => ({ text, count: 1 }))
    const boxes = words.map((word) => boxOf(word.text, word, ink))
    cloud.show(boxes, roomFor(area, spiral(area), words, 28))
  }
  const latest = (count: number) =>
    vi.waitFor(() => {
      const last = published.at(-1)
      if (last?.words.length !== count) throw new Error('not settled yet')
      return last
    })
  return { published, show, latest }
}

test('what comes while a cloud is being settled is settled next, and only the newest of it', async () => {
  const { published, show, latest } = cloudOf()
  const many = Array.from({ length: 120 }, (_, nth) => `a word ${nth}`)
  show(many)
  show(many.slice(0, 5))
  show(many.slice(0, 3))
  await latest(3)
  expect(published.map(({ words }) => words.length)).toEqual([120, 3])
})

test('words keep their places from one picture to the next, but not on a screen of another shape', async () => {
  const { show, latest } = cloudOf()
  show(['sun', 'rain'])
  const two = await latest(2)
  show(['sun', 'rain', 'wind'])
  const three = await latest(3)
  expect(three.places.get('rain')).toEqual(two.places.get('rain'))
  show(['sun', 'rain', 'wind', 'snow'], { width: 300, height: 600 })
  expect((await latest(4)).places.get('rain')).not.toEqual(two.places.get('rain'))
})
