/** How deep a value is taken apart; what lies deeper comes in one piece. */
const depth = 3

/** The JSON of a JSON value in pieces that together are what `JSON.stringify` makes of it. */
export function jsonPieces(value: unknown): Generator<string> {
  return pieces(value, depth)
}

function* pieces(value: unknown, levels: number): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null) yield JSON.stringify(value)
  else if (Array.isArray(value)) {
    yield '['
    for (const [index, item] of value.entries()) {
      if (index > 0) yield ','
      yield* pieces(item, levels - 1)
    }
    yield ']'
  } else {
    yield '{'
    let before = ''
    for (const [key, item] of Object.entries(value)) {
      yield `${before}${JSON.stringify(key)}:`
      yield* pieces(item, levels - 1)
      before = ','
    }
    yield '}'
  }
}
