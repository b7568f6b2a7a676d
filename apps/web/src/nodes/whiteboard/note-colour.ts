import type { HostFace } from '../faces.ts'

export type NoteColour = HostFace<'whiteboard'>['content']['notes'][number]['colour']

/** In the order in which they are offered. */
export const noteColours = [
  'yellow',
  'green',
  'blue',
  'pink',
  'orange',
  'violet',
] as const satisfies readonly NoteColour[]

/** The paper of a note, for `style`. */
export const notePaper = (colour: NoteColour) => ({ background: `var(--note-${colour})` })
