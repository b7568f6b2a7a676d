import type { ShownNote } from './laid-over.ts'

/** A note that is being rewritten: what stood there when that began. */
export interface Editing {
  readonly id: string
  readonly base: number
  readonly before: string
}

/** What others did to the note meanwhile: `null` nothing, `gone` removed, else their text. */
export function meanwhile(editing: Editing, notes: readonly ShownNote[]): 'gone' | { readonly text: string } | null {
  const note = notes.find(({ id }) => id === editing.id)
  if (note === undefined) return 'gone'
  return note.revision !== editing.base && note.text !== editing.before ? { text: note.text } : null
}

/** What was last sent about a note; `text` is `null` for its removal. */
export interface Wished {
  readonly id: string
  readonly base: number
  readonly text: string | null
}

/** The note is as it was wished. */
export function isFulfilled({ id, text }: Wished, notes: readonly ShownNote[]): boolean {
  const note = notes.find((one) => one.id === id)
  return text === null ? note === undefined : note?.text === text
}

/** Somebody else was faster: once the server has taken the wish, a facilitator decides. */
export function waitsForDecision(wished: Wished, notes: readonly ShownNote[]): boolean {
  const note = notes.find(({ id }) => id === wished.id)
  if (note === undefined) return wished.text !== null
  return note.revision > wished.base && note.text !== wished.text
}
