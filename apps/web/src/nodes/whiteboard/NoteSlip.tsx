import { Trash2 } from 'lucide-react'
import { memo } from 'react'
import { SlipActions } from '../../participant/step/SlipActions.tsx'
import type { ShownNote } from './laid-over.ts'
import { notePaper } from './note-colour.ts'

/** A note that the server knows. */
export type KnownNote = ShownNote & { readonly id: string }

const isKnown = (note: ShownNote): note is KnownNote => note.id !== null

interface NoteSlipProps {
  readonly note: ShownNote
  /** Without these, it is for reading. The same functions each time: else every slip is drawn with every note that arrives. */
  readonly onEdit: ((note: KnownNote) => void) | undefined
  readonly onRemove: ((note: KnownNote) => void) | undefined
}

/** One note on a phone. It is drawn again when it changes, not when others do. */
export const NoteSlip = memo(function NoteSlip({ note, onEdit, onRemove }: NoteSlipProps) {
  return (
    <li style={notePaper(note.colour)} className="come-in rounded-one border border-line drawn-in-view">
      <p className="whitespace-pre-line break-words px-4 pt-3 pb-3">{note.text}</p>
      {note.name && <p className="px-4 pb-3 text-small text-soft">{note.name}</p>}
      {isKnown(note) && onEdit !== undefined && onRemove !== undefined && (
        <SlipActions
          onChange={() => onEdit(note)}
          onTakeBack={() => onRemove(note)}
          icon={<Trash2 aria-hidden="true" className="size-4" />}
        />
      )}
    </li>
  )
})
