import { Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import type { ShownNote } from './laid-over.ts'
import { notePaper } from './note-colour.ts'

/** A note that the server knows. */
export type KnownNote = ShownNote & { readonly id: string }

interface NoteListProps {
  readonly title: string
  readonly notes: readonly ShownNote[]
  /** Without these, the list is for reading. */
  readonly onEdit?: ((note: KnownNote) => void) | undefined
  readonly onRemove?: ((note: KnownNote) => void) | undefined
}

const isKnown = (note: ShownNote): note is KnownNote => note.id !== null

/** Notes on a phone, as slips of their colour, each with a way to change it while that is possible. */
export function NoteList({ title, notes, onEdit, onRemove }: NoteListProps) {
  const { t } = useTranslation('phone')
  if (notes.length === 0) return null
  return (
    <section className="grid grid-cols-1 gap-3">
      <h2 className="font-semibold text-small">{title}</h2>
      <ul className="grid grid-cols-1 gap-3">
        {notes.map((note, index) => (
          <li
            key={note.id ?? `sent-${index}`}
            style={notePaper(note.colour)}
            className="come-in rounded-one border border-line"
          >
            <p className="whitespace-pre-line break-words px-4 pt-3 pb-3">{note.text}</p>
            {note.name && <p className="px-4 pb-3 text-small text-soft">{note.name}</p>}
            {isKnown(note) && onEdit !== undefined && onRemove !== undefined && (
              <div className="flex flex-wrap border-line border-t px-1">
                <Button
                  tone="plain"
                  size="small"
                  icon={<Pencil aria-hidden="true" className="size-4" />}
                  onClick={() => onEdit(note)}
                >
                  {t('change')}
                </Button>
                <Button
                  tone="plain"
                  size="small"
                  icon={<Trash2 aria-hidden="true" className="size-4" />}
                  onClick={() => onRemove(note)}
                >
                  {t('takeBack')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
