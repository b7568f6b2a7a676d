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

/** Notes with what is on its way laid over what the server has. */
export function laidOver(known: readonly ShownNote[], sent: readonly Sent[]): readonly ShownNote[] {
  return sent.reduce<readonly ShownNote[]>(withAct, known)
}

function withAct(notes: readonly ShownNote[], act: Sent): readonly ShownNote[] {
  switch (act.type) {
    case 'add':
      return notes
    case 'edit':
      return notes.map((note) => (note.id === act.noteId ? { ...note, text: act.text } : note))
    case 'recolour':
      return notes.map((note) => (note.id === act.noteId ? { ...note, colour: act.colour } : note))
    case 'remove':
      return notes.filter((note) => note.id !== act.noteId)
    case 'move':
      return notes
  }
}

/** Notes that were sent and have not come back yet, oldest first. */
export function notesOnTheirWay(sent: readonly Sent[]): readonly ShownNote[] {
  return sent.flatMap((act) =>
    act.type === 'add' ? [{ id: null, text: act.text, revision: 1, colour: act.colour }] : [],
  )
}
