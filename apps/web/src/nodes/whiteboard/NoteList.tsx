import { useSteady } from '../../ui/use-steady.ts'
import type { ShownNote } from './laid-over.ts'
import { type KnownNote, NoteSlip } from './NoteSlip.tsx'

interface NoteListProps {
  readonly title: string
  readonly notes: readonly ShownNote[]
  /** Without these, the list is for reading. */
  readonly onEdit?: ((note: KnownNote) => void) | undefined
  readonly onRemove?: ((note: KnownNote) => void) | undefined
}

/** Notes on a phone, as slips of their colour, each with a way to change it while that is possible. */
export function NoteList({ title, notes, onEdit, onRemove }: NoteListProps) {
  const edit = useSteady((note: KnownNote) => onEdit?.(note))
  const remove = useSteady((note: KnownNote) => onRemove?.(note))
  if (notes.length === 0) return null
  return (
    <section className="grid grid-cols-1 gap-3">
      <h2 className="font-semibold text-small">{title}</h2>
      <ul className="grid grid-cols-1 gap-3">
        {notes.map((note, index) => (
          <NoteSlip
            key={note.id ?? `sent-${index}`}
            note={note}
            onEdit={onEdit && edit}
            onRemove={onRemove && remove}
          />
        ))}
      </ul>
    </section>
  )
}
