/** The first place where two JSON values differ, as a path with both sides; `null` when they are equal. */
export function firstDifference(a: unknown, b: unknown, path = ''): string | null {
  if (Object.is(a, b)) return null
  if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) {
    return `${path === '' ? 'all' : path}: ${brief(a)} and ${brief(b)}`
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const difference = firstDifference(a[key], b[key], path === '' ? key : `${path}.${key}`)
    if (difference !== null) return difference
  }
  return null
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const brief = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 60)
