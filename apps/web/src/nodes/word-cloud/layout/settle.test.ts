import { describe, expect, test } from 'vitest'
import type { Cloud, Room, WordBox } from './cloud.ts'
import { restAfter } from './find-place.ts'
import { inSlices, looksInSlice, sliceName } from './in-slices.ts'
import { settle } from './settle.ts'
import { spiral } from './spiral.ts'
import { boxOf, roomFor, type ShownWord } from './word-box.ts'
import { wordSize } from './word-size.ts'

const nothing: Cloud = { places: new Map(), scale: 0 }
/** What the shell leaves for a cloud, in units of which 28 are the smallest letters. */
const screen = { width: 1_792, height: 620 }
const old = { width: 1_792, height: 980 }
const spots = new Map([screen, old].map((area) => [area, spiral(area)]))

/** Letters of one width, so that the test needs no font. */
const ink = (text: string) => ({ width: 0.56 * text.length, height: 0.8, below: 0 })

/** The same figures for the same seed (a linear congruence). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** What a hall gives, answer by answer: a few words often, many once. */
function* answers(seed: number, different: number): Generator<ReadonlyMap<string, ShownWord>> {
  const next = chance(seed)
  const lengths = Array.from({ length: different }, () => 3 + Math.floor(next() * next() * 14))
  const given = new Map<string, ShownWord>()
  for (;;) {
    const nth = Math.floor(different ** next()) - 1
    const text = `${nth}`.padEnd(lengths[nth] ?? 5, 'n')
    given.set(text, { text, count: (given.get(text)?.count ?? 0) + 1 })
    yield given
  }
}

const top = (given: ReadonlyMap<string, ShownWord>): [string, ShownWord][] =>
  [...given].sort(([, a], [, b]) => b.count - a.count).slice(0, 150)

function wish(given: ReadonlyMap<string, ShownWord>, area = screen): { boxes: WordBox[]; room: Room } {
  const words = top(given)
  const shown = words.map(([, word]) => word)
  return {
    boxes: words.map(([word, one]) => boxOf(word, one, ink)),
    room: roomFor(area, spots.get(area) ?? [], shown, 28),
  }
}

/** Runs to the end; `longest` is the most looks between two rests. */
function settled(before: Cloud, boxes: readonly WordBox[], room: Room) {
  const work = settle(before, boxes, room)
  let longest = 0
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return { cloud: step.value, longest }
    longest = Math.max(longest, step.value)
  }
}

/** Words that overlap another, or stick out. */
function misplaced({ places, scale }: Cloud, boxes: readonly WordBox[], { width, height }: Room): string[] {
  const drawn = boxes.flatMap((box) => {
    const place = places.get(box.word)
    return place ? [{ ...box, ...place }] : []
  })
  const slack = 1e-6
  return drawn.flatMap((one, index) => {
    const isOut =
      2 * Math.abs(one.x) + scale * one.width > width + slack ||
      2 * Math.abs(one.y) + scale * one.height > height + slack
    const overlaps = drawn
      .slice(0, index)
      .some(
        (other) =>
          2 * Math.abs(one.x - other.x) + slack < scale * (one.width + other.width) &&
          2 * Math.abs(one.y - other.y) + slack < scale * (one.height + other.height),
      )
    return isOut || overlaps ? [one.word] : []
  })
}

describe.each([
  ['16:9', screen],
  ['4:3', old],
] as const)('on a screen of %s', (_, area) => {
  test('three words stand large in the middle', () => {
    const given = new Map(['sun', 'rain', 'wind'].map((text) => [text, { text, count: 1 }]))
    const { boxes, room } = wish(given, area)
    const { cloud } = settled(nothing, boxes, room)
    expect(cloud.places.size).toBe(3)
    expect(cloud.scale).toBe(0.3 * area.height)
    expect(cloud.places.get('sun')).toEqual({ x: 0, y: 0 })
    expect(misplaced(cloud, boxes, room)).toEqual([])
  })

  test('words keep their places while 5,000 answers come in; none overlaps or sticks out; all are read', () => {
    const hall = answers(7, 900)
    let cloud = nothing
    let moved = 0
    let kept = 0
    let longest = 0
    const unreadable: string[] = []
    let given: ReadonlyMap<string, ShownWord> = new Map()
    for (let nth = 1; nth <= 5_000; nth++) {
      const { value } = hall.next()
      given = value
      if (nth > 30 && nth % 50 !== 0) continue
      const { boxes, room } = wish(value, area)
      const after = settled(cloud, boxes, room)
      longest = Math.max(longest, after.longest)
      for (const [word, place] of after.cloud.places) {
        const before = cloud.places.get(word)
        if (before === undefined) continue
        if (before.x === place.x && before.y === place.y) kept++
        else moved++
      }
      cloud = after.cloud
      expect(misplaced(cloud, boxes, room)).toEqual([])
      for (const { word, count } of boxes)
        if (cloud.places.has(word) && cloud.scale * wordSize(count) < 27.99) unreadable.push(word)
    }
    expect(unreadable).toEqual([])
    // Only where all is as small as it may be, some seldom word makes room for one that many gave.
    expect(moved / kept).toBeLessThan(0.02)
    // What many gave is there, however full it is.
    const { boxes: last } = wish(given)
    expect(last.slice(0, 25).filter(({ word }) => !cloud.places.has(word))).toEqual([])
    expect(cloud.places.size).toBeGreaterThan(50)
    expect(longest).toBeLessThan(restAfter + 150)
    const { boxes, room } = wish(hall.next().value, area)
    const anew = settled(nothing, boxes, room).cloud
    expect(cloud.scale / anew.scale).toBeGreaterThan(0.75)
  })
})

describe('calm', () => {
  /** Forty words, and what they look like. */
  function forty() {
    const given = new Map(
      Array.from({ length: 40 }, (_, nth) => [`word ${nth}`, { text: `word ${nth}`, count: 1 + (nth % 5) }]),
    )
    const { boxes, room } = wish(given)
    return { given, cloud: settled(nothing, boxes, room).cloud }
  }

  test('a word that is added moves no other', () => {
    const { given, cloud } = forty()
    const { boxes, room } = wish(new Map(given).set('new', { text: 'new', count: 1 }))
    const after = settled(cloud, boxes, room).cloud
    expect(after.places.size).toBe(41)
    for (const [word, place] of cloud.places) expect(after.places.get(word)).toEqual(place)
  })

  test('a word that grows stays where it is, and takes no more room than there is', () => {
    const { given, cloud } = forty()
    const { boxes, room } = wish(new Map(given).set('word 7', { text: 'word 7', count: 40 }))
    const after = settled(cloud, boxes, room).cloud
    for (const [word, place] of cloud.places) expect(after.places.get(word)).toEqual(place)
    expect(after.scale).toBeLessThan(cloud.scale)
    expect(misplaced(after, boxes, room)).toEqual([])
  })

  test('a word that is hidden leaves a gap, and the others stay', () => {
    const { given, cloud } = forty()
    const fewer = new Map(given)
    fewer.delete('word 0')
    const { boxes, room } = wish(fewer)
    const after = settled(cloud, boxes, room).cloud
    expect(after.places.has('word 0')).toBe(false)
    for (const word of after.places.keys()) expect(after.places.get(word)).toEqual(cloud.places.get(word))
  })

  test('the same words again change nothing', () => {
    const { given, cloud } = forty()
    const { boxes, room } = wish(given)
    expect(settled(cloud, boxes, room).cloud).toEqual(cloud)
  })
})

test('a word that is too long even at the smallest size is left out, the others are not', () => {
  const long = 'n'.repeat(200)
  const given = new Map([long, 'sun', 'rain'].map((text) => [text, { text, count: 1 }]))
  const { boxes, room } = wish(given)
  expect([...settled(nothing, boxes, room).cloud.places.keys()]).toEqual(['sun', 'rain'])
})

test('work is done in slices, none longer than it may be, and the page has its turn in between', async () => {
  const hall = answers(3, 900)
  let given: ReadonlyMap<string, ShownWord> = new Map()
  for (let nth = 0; nth < 5_000; nth++) given = hall.next().value
  const { boxes, room } = wish(given)
  const slices: number[] = []
  const observer = new PerformanceObserver((list) => {
    for (const one of list.getEntriesByName(sliceName) as PerformanceMeasure[]) slices.push(one.detail.looks)
  })
  observer.observe({ entryTypes: ['measure'] })
  let turns = 0
  const other = setInterval(() => turns++, 0)
  const cloud = await inSlices(settle(nothing, boxes, room))
  clearInterval(other)
  await new Promise((resolve) => setTimeout(resolve, 10))
  observer.disconnect()
  expect(cloud.places.size).toBeGreaterThan(50)
  expect(slices.length).toBeGreaterThan(5)
  expect(Math.max(...slices)).toBeLessThan(looksInSlice + restAfter + 150)
  expect(turns).toBeGreaterThan(3)
})
