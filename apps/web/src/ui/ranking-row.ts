/** A person in a ranking, ready to be drawn. */
export interface RankingRow {
  readonly id: string
  readonly name: string
  /** Equal points share a place. */
  readonly place: number
  readonly points: number
  /** Points won in the last step, when that is worth saying. */
  readonly gained?: number | undefined
  /** The reader. */
  readonly me?: boolean | undefined
}
