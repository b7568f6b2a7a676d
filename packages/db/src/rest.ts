/**
 * How often a thing that many ask for at once is done at most, in ms: a statement costs about as much for one person as for
 * twenty. Nobody notices the wait, and whoever comes alone has none.
 */
export const restMs = 20

/** Resolves once it has been so long since a moment (`performance.now()`); at once where it has. */
export async function restFrom(moment: number, ms: number): Promise<void> {
  const left = moment + ms - performance.now()
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
}
