/** How many columns options stand in: two where they are short or many, else one below the other. */
export function tileColumns(lengths: readonly number[]): 1 | 2 {
  if (lengths.length > 4) return 2
  return Math.max(...lengths) <= 40 && lengths.length !== 3 ? 2 : 1
}
