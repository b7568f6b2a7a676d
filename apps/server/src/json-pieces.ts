/** Members or items that are written in one go. */
const most = 256

/** How deep a value is taken apart; what lies deeper comes in one piece. */
const depth = 3

/** The JSON of a JSON value in pieces that together are what `JSON.stringify` makes of it. */
export function jsonPieces(value: unknown): Generator<string> {
  return pieces(value, depth)
}

function* pieces(value: unknown, levels: number): Generator<string> {
  if (typeof value !== 'object' || value === null) yield JSON.stringify(value)
  else if (Array.isArray(value)) yield* long(value, '[', ']', (some) => inner(some))
  else {
    const members = Object.entries(value)
    if (levels === 0 || members.length > most) yield* long(members, '{', '}', (some) => inner(Object.fromEntries(some)))
    else yield* object(members, levels)
  }
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
