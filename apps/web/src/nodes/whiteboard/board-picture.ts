/** Where a note hangs: its middle, in thousandths of the board's width and height. */
interface Placed {
  readonly x: number
  readonly y: number
}

/** The box of a note, in percent of the board. */
export interface NoteBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Notes are as large as so many of them can be, with some of the board left between them. */
function noteSize(count: number): Pick<NoteBox, 'width' | 'height'> {
  // A board is wider than high, and so are words.
  const columns = Math.max(3, Math.ceil(Math.sqrt(1.4 * count)))
  const rows = Math.max(3, Math.ceil(count / columns))
  return { width: 80 / columns, height: 75 / rows }
}

/** In px of a picture of 1920 × 1080; the fewer the notes, the larger their words. */
export const letterSize = (count: number): number => (count <= 6 ? 40 : count <= 12 ? 34 : count <= 24 ? 28 : 24)

/** Height of the board in that picture, px: about what prompt, clock and code leave. */
const boardHeight = 520

/** Whole lines of text that fit into a note on the screen, beside its name if it has one. */
export function linesThatFit({ height }: NoteBox, letters: number, isNamed: boolean): number {
  const lines = Math.floor(((height / 100) * boardHeight - 0.6 * letters) / (1.25 * letters))
  return Math.max(1, lines - Number(isNamed))
}

/** How often neighbours push each other away. */
const pushes = 60

/**
 * The boxes of notes, all inside the board. Where they would lie on each other they give way, as little as needed, so that the
 * order in which somebody put them stays and each can be read.
 */
export function scattered<Note extends Placed>(notes: readonly Note[]): readonly (Note & NoteBox)[] {
  const { width, height } = noteSize(notes.length)
  const boxes = notes.map((note) => ({
    ...note,
    width,
    height,
    left: note.x / 10 - width / 2,
    top: note.y / 10 - height / 2,
  }))
  for (const box of boxes) intoBoard(box)
  for (let push = 0; push < pushes; push++) {
    let isCalm = true
    for (const [index, one] of boxes.entries()) if (!standsApart(one, boxes, index + 1)) isCalm = false
    if (isCalm) break
  }
  return boxes
}

/** Pushes a box apart from those that follow it; true if it touched none. No list is made: there are thousands of pairs. */
function standsApart(one: Movable, boxes: readonly Movable[], from: number): boolean {
  let isApart = true
  for (let index = from; index < boxes.length; index++) {
    const other = boxes[index]
    if (other !== undefined && apart(one, other)) isApart = false
  }
  return isApart
}

type Movable = { -readonly [Key in keyof NoteBox]: NoteBox[Key] }

/** Pushes two boxes apart along the shorter way, or, where the edge of the board is in the way, along the other; false if they did not touch. */
function apart(one: Movable, other: Movable): boolean {
  // Rounding alone is no reason to move.
  const overX = over('left', 'width', one, other)
  if (overX <= tiny) return false
  const overY = over('top', 'height', one, other)
  if (overY <= tiny) return false
  const isShorterX = overX / one.width <= overY / one.height
  if (isShorterX) push('left', overX, one, other)
  else push('top', overY, one, other)
  const left = isShorterX ? over('left', 'width', one, other) : over('top', 'height', one, other)
  if (left > tiny && isShorterX) push('top', overY, one, other)
  if (left > tiny && !isShorterX) push('left', overX, one, other)
  return true
}

const tiny = 0.01

/** By how much two boxes lie on each other along one axis. */
const over = (at: 'left' | 'top', size: 'width' | 'height', one: NoteBox, other: NoteBox): number =>
  one[size] - Math.abs(one[at] - other[at])

function push(at: 'left' | 'top', by: number, one: Movable, other: Movable): void {
  const step = (by / 2) * (one[at] <= other[at] ? 1 : -1)
  one[at] -= step
  other[at] += step
  intoBoard(one)
  intoBoard(other)
}

function intoBoard(box: Movable): void {
  box.left = Math.min(100 - box.width, Math.max(0, box.left))
  box.top = Math.min(100 - box.height, Math.max(0, box.top))
}
