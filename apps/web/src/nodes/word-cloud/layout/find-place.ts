import type { PlacedBox, Room, WordBox } from './cloud.ts'
import type { Point } from './spiral.ts'

/** Looks at two words after which the work may rest: a small part of a millisecond. */
export const restAfter = 2_000

/** A word is given so much more room than it takes, all around: others grow beside it. */
const toGrow = 1.15

/** Words of this share of a word's people make room for it, where there is no other. */
const farFewer = 0.5

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

/** The first spot, the best ones first, where none of the others is in the way and that is taken. Rests now and then. */
function* firstSpot(
  others: readonly PlacedBox[],
  box: WordBox,
  scale: number,
  room: Room,
  take: (spot: Point, isInTheWay: (other: PlacedBox) => boolean) => boolean,
): Generator<number, Point | null> {
  let looks = 0
  // Who was in the way at the last spot mostly is at the next one, too.
  let last: PlacedBox | undefined
  for (const spot of within(room, box, scale)) {
    const isInTheWay = (other: PlacedBox): boolean => {
      looks += 1
      return overlap(box, spot, other, scale * toGrow)
    }
    if (last === undefined || !isInTheWay(last)) {
      last = others.find(isInTheWay)
      if (last === undefined && take(spot, isInTheWay)) {
        yield looks
        return spot
      }
    }
    if (looks >= restAfter) {
      yield looks
      looks = 0
    }
  }
  yield looks
  return null
}

/** The first spot where a word overlaps no other, or `null`. */
export const freePlace = (placed: readonly PlacedBox[], box: WordBox, scale: number, room: Room) =>
  firstSpot(placed, box, scale, room, () => true)

/** The spot that costs others least, where only words are in the way that far fewer people gave; or `null`. */
export function* takenPlace(
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
  yield* firstSpot(strong, box, scale, room, (place, isInTheWay) => {
    const from = weak.filter(isInTheWay)
    const cost = from.reduce((sum, { count }) => sum + count, 0)
    if (cost < least) {
      best = { place, from }
      least = cost
    }
    return false
  })
  return best
}
