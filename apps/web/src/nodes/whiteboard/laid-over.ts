import type { ParticipantFace } from '../faces.ts'
import type { NoteColour } from './note-colour.ts'

type WhiteboardFace = ParticipantFace<'whiteboard'>
type Sent = WhiteboardFace['sent'][number]

/** A note as this phone shows it. */
export interface ShownNote {
  /** `null` until the server has given it one. */
  readonly id: string | null
  readonly text: string
  readonly revision: number
  readonly colour: NoteColour
  readonly name?: string | null
}

/**
 * Notes with what is on its way laid over what the server has. Words for a version that is no longer there are not shown as if they
 * had been taken: a facilitator decides about them.
 */
export function laidOver(known: readonly ShownNote[], sent: readonly Sent[]): readonly ShownNote[] {
  return sent.reduce<readonly ShownNote[]>(withAct, known)
}

function withAct(notes: readonly ShownNote[], act: Sent): readonly ShownNote[] {
  switch (act.type) {
    case 'add':
      return notes
    case 'edit':
      return notes.map((note) => (isAbout(note, act) ? { ...note, text: act.text } : note))
    case 'recolour':
      return notes.map((note) => (note.id === act.noteId ? { ...note, colour: act.colour } : note))
    case 'remove':
      return notes.filter((note) => !isAbout(note, act))
    case 'move':
      return notes
  }
}

const isAbout = (note: ShownNote, act: { readonly noteId: string; readonly base: number }): boolean =>
  note.id === act.noteId && note.revision <= act.base

/** Notes that were sent and have not come back yet, oldest first. */
export function notesOnTheirWay(sent: readonly Sent[]): readonly ShownNote[] {
  return sent.flatMap((act) =>
    act.type === 'add' ? [{ id: null, text: act.text, revision: 1, colour: act.colour }] : [],
  )
}
