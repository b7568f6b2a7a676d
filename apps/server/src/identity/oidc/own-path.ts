/** Longest path that a sign-in may lead to. */
const longest = 500

/** Printable ASCII without a backslash, which browsers read as a slash; one slash at the start, so that no host follows. */
const path = /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/

/**
 * A page of ours that somebody is sent to after signing in, as it was given; `null` for whatever would lead elsewhere, or
 * round in a circle.
 */
export function ownPath(given: string): string | null {
  if (given.length > longest || !path.test(given)) return null
  const here = 'http://here.invalid'
  if (!URL.canParse(given, here)) return null
  const { origin, pathname } = new URL(given, here)
  // Dots are resolved by whoever reads it: `/.//there` may become `//there`.
  return origin === here && !pathname.startsWith('//') && !pathname.startsWith('/auth/') ? given : null
}
