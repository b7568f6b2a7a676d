/** An option as the views have it. */
export interface Option {
  readonly text: string
  readonly image: { readonly url: string; readonly alt: string } | null
}

/** The same options picked, in whatever order. */
export const isSameChoice = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((index) => b.includes(index))

/** Picks or drops an option; the result is in the order of the options. */
export const toggled = (choice: readonly number[], index: number, picked: boolean): readonly number[] =>
  picked
    ? [...choice.filter((one) => one !== index), index].sort((a, b) => a - b)
    : choice.filter((one) => one !== index)
