/** Where to go after signing in: a path of our own, or else `otherwise`. Whoever made a link must not send people elsewhere. */
export function ownPath(wished: string | null, otherwise = '/library'): string {
  if (wished === null || !wished.startsWith('/')) return otherwise
  const nowhere = 'https://own.invalid'
  if (!URL.canParse(wished, nowhere)) return otherwise
  const { origin, pathname, search, hash } = new URL(wished, nowhere)
  const path = `${pathname}${search}${hash}`
  return origin === nowhere && !path.startsWith('//') ? path : otherwise
}
