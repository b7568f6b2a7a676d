import type { Cloud, PlacedBox, Room, WordBox } from './cloud.ts'
import { freePlace, restAfter, takenPlace } from './find-place.ts'
import type { Area } from './spiral.ts'

/** Each time the cloud gets full, everything becomes so much smaller. */
const smaller = 0.93

/** Everything becomes larger only when it can by so much: a cloud that breathes with every word is not calm. */
const worthwhile = 1.25

/** Words that find no room, one after the other, before the rest is not tried any more in this round. */
const tries = 24

/**
 * The cloud after the words have changed. A word that has a place keeps it and changes its size only; who goes leaves a gap; who
 * comes takes the free place that is nearest to the middle, those that many gave first. Where there is none, everything becomes
 * a little smaller, which opens gaps everywhere. Only when all is as small as it may be, words that far fewer people gave make
 * room, and look for another place. No two words overlap, and none leaves the room.
 *
 * Yields how many looks (at two words) it took since it last did, no more than a little over 2,000: whoever runs it decides when
 * it goes on.
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
    const tightest = yield* limitOf(placed, room)
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

interface Limit {
  readonly scale: number
  /** Of which word. */
  readonly at: number
}

/** The largest scale at which these words neither overlap nor leave the room, and which of them is the first that would. */
function* limitOf(placed: readonly PlacedBox[], room: Area): Generator<number, Limit> {
  let scale = Number.POSITIVE_INFINITY
  let at = -1
  let looks = 0
  for (const [index, one] of placed.entries()) {
    let own = Math.min((room.width - 2 * Math.abs(one.x)) / one.width, (room.height - 2 * Math.abs(one.y)) / one.height)
    for (let other = 0; other < index; other++) own = Math.min(own, apart(one, placed[other] as PlacedBox))
    if (own < scale) {
      scale = own
      at = index
    }
    looks += index
    if (looks < restAfter) continue
    yield looks
    looks = 0
  }
  yield looks
  return { scale, at }
}

/** The largest scale at which two words do not overlap. */
const apart = (one: PlacedBox, other: PlacedBox): number =>
  Math.max(
    (2 * Math.abs(one.x - other.x)) / (one.width + other.width),
    (2 * Math.abs(one.y - other.y)) / (one.height + other.height),
  )
