/** Members or items that are written in one go. */
const most = 256

/** How deep a value is taken apart; what lies deeper comes in one piece. */
const depth = 3

/** The text of what several values have in common, the list of people above all, for as long as somebody has it. */
const written = new WeakMap<object, readonly string[]>()

/** The JSON of a JSON value that never changes, in pieces that together are what `JSON.stringify` makes of it. */
export function jsonPieces(value: unknown): Generator<string> {
  return pieces(value, depth)
}

function* pieces(value: unknown, levels: number): Generator<string> {
  if (typeof value !== 'object' || value === null) yield JSON.stringify(value)
  else if (Array.isArray(value)) yield* long(value, '[', ']', (some) => inner(some))
  else yield* written.get(value) ?? members(value, levels)
}

function* members(value: object, levels: number): Generator<string> {
  const all = Object.entries(value)
  const text = () => long(all, '{', '}', (some) => inner(Object.fromEntries(some)))
  if (all.length > most) yield* once(value, text)
  else yield* levels > 0 ? object(all, levels) : text()
}

function* object(members: readonly (readonly [string, unknown])[], levels: number): Generator<string> {
  let before = '{'
  for (const [key, item] of members) {
    yield `${before}${JSON.stringify(key)}:`
    yield* pieces(item, levels - 1)
    before = ','
  }
  yield before === '{' ? '{}' : '}'
}

/** What is the same object has the same text. */
function* once(value: object, made: () => Iterable<string>): Generator<string> {
  const text: string[] = []
  for (const piece of made()) {
    text.push(piece)
    yield piece
  }
  written.set(value, text)
}

function* long<Item>(
  all: readonly Item[],
  open: string,
  close: string,
  textOf: (some: readonly Item[]) => string,
): Generator<string> {
  yield open
  for (let start = 0; start < all.length; start += most)
    yield `${start > 0 ? ',' : ''}${textOf(all.slice(start, start + most))}`
  yield close
}

/** What stands between the brackets. */
const inner = (value: object): string => JSON.stringify(value).slice(1, -1)
