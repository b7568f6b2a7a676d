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

/** What was last written on a note, once it was sent. */
export interface Written {
  readonly id: string
  readonly text: string
}

/** The server has it, and still the note says something else: a facilitator decides. `notes`: as the server has them. */
export function waitsForDecision(
  written: Written,
  notes: readonly ShownNote[],
  sent: readonly { readonly type: string; readonly noteId?: string }[],
): boolean {
  if (sent.some((act) => act.type === 'edit' && act.noteId === written.id)) return false
  return notes.find(({ id }) => id === written.id)?.text !== written.text
}
