import type { Area, Point } from './spiral.ts'

/** A word with the room that it takes at scale 1, in any unit. */
export interface WordBox {
  readonly word: string
  /** As it is written. */
  readonly text: string
  readonly count: number
  readonly width: number
  readonly height: number
}

/** What the cloud looks like: where the middle of each word is, and the one scale of all. */
export interface Cloud {
  readonly places: ReadonlyMap<string, Point>
  readonly scale: number
}

export interface Room extends Area {
  /** Largest scale: a few words shall speak, not shout. */
  readonly most: number
  /** Smallest scale: below it a word cannot be read, and is left out rather than made smaller. */
  readonly least: number
  /** Where words may be put, the best places first. */
  readonly spots: readonly Point[]
}

/** Each time the cloud gets full, everything becomes so much smaller. */
const smaller = 0.93

/** Everything becomes larger only when it can by so much: a cloud that breathes with every word is not calm. */
const worthwhile = 1.25

/** Looks at two words, or at a word and a spot, after which the search for a spot may rest. */
const restAfter = 2_000

/** A word is given so much more room than it takes, all around: others grow beside it. */
const toGrow = 1.15

/** Words of this share of a word's people make room for it, where there is no other. */
const farFewer = 0.5

/** Words that find no room, one after the other, before the rest is not tried any more in this round. */
const tries = 24

/**
 * The cloud after the words have changed. A word that has a place keeps it and changes its size only; who goes leaves a gap; who
 * comes takes the free place that is nearest to the middle, those that many gave first. Where there is none, everything becomes
 * a little smaller, which opens gaps everywhere; and where that would make words too small to read, those that far fewer people gave make
 * room. No two words overlap, and none leaves the room.
 *
 * Yields how many looks it took since it last did, no more than half the square of the words or a little
 * over 2,000: whoever runs it decides when it goes on.
 */
export function* settle(before: Cloud, words: readonly WordBox[], room: Room): Generator<number, Cloud> {
  const byCount = words.toSorted((a, b) => b.count - a.count)
  const placed = byCount.flatMap((box) => {
    const place = before.places.get(box.word)
    return place ? [{ ...box, ...place }] : []
  })
  const isNew = placed.length === 0
  let scale = isNew ? room.most : Math.min(before.scale, room.most)

  // Words that grew may be in each other's way; the scale says so for all at once.
  for (;;) {
    const tightest = limitOf(placed, room)
    yield (placed.length * (placed.length - 1)) / 2
    if (tightest.scale > scale * worthwhile) scale = Math.min(room.most, tightest.scale / 1.1)
    if (tightest.scale >= scale) break
    if (tightest.scale >= room.least) {
      scale = Math.max(room.least, tightest.scale * smaller)
      break
    }
    scale = room.least
    // The one that fewer people gave makes room, and looks for another place below.
    placed.splice(tightest.at, 1)
  }

  let refused = 0
  const here = new Set(placed.map(({ word }) => word))
  for (const box of byCount) {
    if (here.has(box.word)) continue
    let place = yield* freePlace(placed, box, scale, room)
    while (place === null && scale > room.least) {
      scale = Math.max(room.least, scale * smaller)
      place = yield* freePlace(placed, box, scale, room)
    }
    if (place === null) {
      const taken = yield* takenPlace(placed, box, scale, room)
      for (const other of taken?.from ?? []) {
        placed.splice(placed.indexOf(other), 1)
        here.delete(other.word)
      }
      place = taken?.place ?? null
    }
    if (place !== null) placed.push({ ...box, ...place })
    else if (++refused === tries) break
  }
  return { places: new Map(placed.map(({ word, x, y }) => [word, { x, y }])), scale }
}

type PlacedBox = WordBox & Point

/** The largest scale at which these words neither overlap nor leave the room, and which of them is the first that would. */
function limitOf(placed: readonly PlacedBox[], room: Area): { readonly scale: number; readonly at: number } {
  let scale = Number.POSITIVE_INFINITY
  let at = -1
  for (const [index, one] of placed.entries()) {
    let own = Math.min((room.width - 2 * Math.abs(one.x)) / one.width, (room.height - 2 * Math.abs(one.y)) / one.height)
    for (let other = 0; other < index; other++) own = Math.min(own, apart(one, placed[other] as PlacedBox))
    if (own < scale) {
      scale = own
      at = index
    }
  }
  return { scale, at }
}

/** The largest scale at which two words do not overlap. */
const apart = (one: PlacedBox, other: PlacedBox): number =>
  Math.max(
    (2 * Math.abs(one.x - other.x)) / (one.width + other.width),
    (2 * Math.abs(one.y - other.y)) / (one.height + other.height),
  )

/** Whether two words are in each other's way, one of them somewhere else than where it is. */
const overlap = (box: WordBox, { x, y }: Point, other: PlacedBox, scale: number): boolean =>
  2 * Math.abs(x - other.x) < scale * (box.width + other.width) &&
  2 * Math.abs(y - other.y) < scale * (box.height + other.height)

/** Spots at which a word does not stick out. */
function within({ width, height, spots }: Room, box: WordBox, scale: number): readonly Point[] {
  const farX = (width - scale * box.width) / 2
  const farY = (height - scale * box.height) / 2
  return spots.filter(({ x, y }) => Math.abs(x) <= farX && Math.abs(y) <= farY)
}

/** The first spot where a word overlaps no other, or `null`. */
function* freePlace(
  placed: readonly PlacedBox[],
  box: WordBox,
  scale: number,
  room: Room,
): Generator<number, Point | null> {
  let looks = 0
  // Who was in the way at the last spot mostly is at the next one, too.
  let last: PlacedBox | undefined
  for (const spot of within(room, box, scale)) {
    const isInTheWay = (other: PlacedBox): boolean => {
      looks += 1
      return overlap(box, spot, other, scale * toGrow)
    }
    if (last !== undefined && isInTheWay(last)) continue
    last = placed.find(isInTheWay)
    if (last === undefined) {
      yield looks
      return spot
    }
    if (looks >= restAfter) {
      yield looks
      looks = 0
    }
  }
  yield looks
  return null
}

/** The spot that costs others least, where only words are in the way that far fewer people gave; or `null`. */
function* takenPlace(
  placed: readonly PlacedBox[],
  box: WordBox,
  scale: number,
  room: Room,
): Generator<number, { readonly place: Point; readonly from: readonly PlacedBox[] } | null> {
  const strong = placed.filter(({ count }) => count > box.count * farFewer)
  const weak = placed.filter(({ count }) => count <= box.count * farFewer)
  if (weak.length === 0) return null
  let best: { readonly place: Point; readonly from: readonly PlacedBox[] } | null = null
  let least = Number.POSITIVE_INFINITY
  let looks = 0
  let last: PlacedBox | undefined
  for (const place of within(room, box, scale)) {
    const isInTheWay = (other: PlacedBox): boolean => {
      looks += 1
      return overlap(box, place, other, scale * toGrow)
    }
    if (last === undefined || !isInTheWay(last)) {
      last = strong.find(isInTheWay)
      if (last === undefined) {
        const from = weak.filter(isInTheWay)
        const cost = from.reduce((sum, { count }) => sum + count, 0)
        if (cost < least) {
          best = { place, from }
          least = cost
        }
      }
    }
    if (looks >= restAfter) {
      yield looks
      looks = 0
    }
  }
  yield looks
  return best
}
