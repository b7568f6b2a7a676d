interface Counted {
  readonly text: string
  readonly count: number
}

/**
 * Words as a list, those that most people gave first; among equals by their letters, so that a list stays calm, too. Letters are
 * compared as numbers: with thousands of words, many times a second, no language is asked.
 */
export function ranked<Word extends Counted>(
  words: Readonly<Record<string, Word>>,
): readonly (Word & { readonly word: string })[] {
  return Object.entries(words)
    .map(([word, shown]) => ({ ...shown, word }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
}
