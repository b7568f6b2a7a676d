import type { JsonValue } from './json.ts'

/**
 * The change from one JSON value to another, itself JSON.
 * `null`: none · `[0, value]`: replaced · `[1, { key: delta }, [removed keys]?]`: object ·
 * `[2, length, { index: delta }, [appended]?]`: array.
 */
export type Delta =
  | null
  | readonly [0, JsonValue]
  | readonly [1, { readonly [key: string]: Delta }, (readonly string[])?]
  | readonly [2, number, { readonly [index: string]: Delta }, (readonly JsonValue[])?]

type JsonObject = { readonly [key: string]: JsonValue }

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value)

/** The smallest change this module knows that leads from `from` to `to`. Equal parts that are the same object cost nothing. */
export function delta(from: JsonValue, to: JsonValue): Delta {
  if (Object.is(from, to)) return null
  if (isObject(from) && isObject(to)) return objectDelta(from, to)
  if (isList(from) && isList(to)) return listDelta(from, to)
  return [0, to]
}

function objectDelta(from: JsonObject, to: JsonObject): Delta {
  const changed: Record<string, Delta> = Object.create(null)
  const removed = Object.keys(from).filter((key) => !Object.hasOwn(to, key))
  for (const [key, value] of Object.entries(to)) {
    const before = Object.hasOwn(from, key) ? from[key] : undefined
    const change: Delta = before === undefined ? [0, value] : delta(before, value)
    if (change !== null) changed[key] = change
  }
  if (removed.length > 0) return [1, changed, removed]
  return Object.keys(changed).length === 0 ? null : [1, changed]
}

function listDelta(from: readonly JsonValue[], to: readonly JsonValue[]): Delta {
  const changed: Record<string, Delta> = {}
  const common = Math.min(from.length, to.length)
  for (let index = 0; index < common; index++) {
    const change = delta(from[index] ?? null, to[index] ?? null)
    if (change !== null) changed[index] = change
  }
  const appended = to.slice(common)
  if (appended.length > 0) return [2, to.length, changed, appended]
  if (from.length === to.length && Object.keys(changed).length === 0) return null
  return [2, to.length, changed]
}

/** Applies a change; throws when it was not made for `value`, because then the cursor was wrong. */
export function applyDelta(value: JsonValue, change: Delta): JsonValue {
  if (change === null) return value
  if (change[0] === 0) return change[1]
  if (change[0] === 1) {
    if (!isObject(value)) throw new Error('delta does not fit: object expected')
    return applyToObject(value, change[1], change[2] ?? [])
  }
  if (!isList(value)) throw new Error('delta does not fit: array expected')
  const kept = value.slice(0, change[1]).map((item, index) => applyDelta(item, change[2][index] ?? null))
  return [...kept, ...(change[3] ?? [])]
}

function applyToObject(
  value: JsonObject,
  changed: { readonly [key: string]: Delta },
  removed: readonly string[],
): JsonValue {
  const gone = new Set(removed)
  const next = Object.fromEntries(Object.entries(value).filter(([key]) => !gone.has(key)))
  for (const [key, change] of Object.entries(changed)) {
    Object.defineProperty(next, key, {
      value: applyDelta(Object.hasOwn(next, key) ? (next[key] ?? null) : null, change),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return next
}
