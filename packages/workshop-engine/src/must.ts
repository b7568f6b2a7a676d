/** Returns `value` unless it is null or undefined; otherwise throws, because `claim` is something only a bug can break. */
export function must<T>(value: T | null | undefined, claim: string): T {
  if (value === null || value === undefined) throw new Error(`broken invariant: ${claim}`)
  return value
}
