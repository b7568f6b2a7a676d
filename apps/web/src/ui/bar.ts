/** One option and how many chose it. */
export interface Bar {
  readonly key: string
  /** The option's place in the question, from 0: gives mark and colour. */
  readonly index: number
  readonly label: string
  readonly count: number
  /** After the reveal: is it right? `undefined` where nothing is right or wrong. */
  readonly right?: boolean | undefined
  /** The reader's own choice. */
  readonly mine?: boolean | undefined
}
