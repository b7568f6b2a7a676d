/** How many files a hall can still look at, at once; older ones are counted. */
export const wallSize = 18

/** Columns and rows of a wall that is three times as wide as high, so that most photos keep their shape. */
export interface Grid {
  readonly columns: number
  readonly rows: number
}

const grids: readonly Grid[] = [
  { columns: 1, rows: 1 },
  { columns: 2, rows: 1 },
  { columns: 3, rows: 1 },
  { columns: 4, rows: 2 },
  { columns: 5, rows: 2 },
  { columns: 6, rows: 2 },
  { columns: 6, rows: 3 },
]

/** The smallest grid that holds so many. */
export const gridFor = (count: number): Grid =>
  grids.find(({ columns, rows }) => columns * rows >= count) ?? { columns: 6, rows: 3 }

/** The newest files, each in a place of its own: on a full wall a new one takes that of the oldest, and all others stay. */
export function places<T>(files: readonly T[], size = wallSize): readonly T[] {
  const shown: T[] = []
  for (const [index, file] of files.entries()) shown[index % size] = file
  return shown
}
