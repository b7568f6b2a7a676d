import type { KeyboardEvent } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { cx } from '../../ui/cx.ts'
import type { HostFace } from '../faces.ts'
import { scattered } from './board-picture.ts'
import { notePaper } from './note-colour.ts'
import { type Place, useDrag } from './use-drag.ts'

type Note = HostFace<'whiteboard'>['content']['notes'][number]

interface BoardProps {
  readonly notes: readonly Note[]
  readonly showNames: boolean
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
  readonly onMove: (id: string, place: Place) => void
}

/** Thousandths of the board that one press of an arrow moves a note. */
const step = 25

const arrows: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
}

const onBoard = (at: number): number => Math.min(1_000, Math.max(0, at))

/** The board as the hall has it, on a phone a list: notes are chosen with a press, moved with a finger, a mouse or the arrow keys. */
export function Board({ notes, showNames, selected, onSelect, onMove }: BoardProps) {
  const { t } = useTranslation('whiteboard')
  const press = (id: string) => onSelect(selected === id ? null : id)
  const { held, handlers } = useDrag({ notes, onDrop: onMove, onPress: press })
  const shown = scattered(notes.map((note) => (held?.id === note.id ? { ...note, ...held.place } : note)))
  const pressed = (note: Note) => (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onSelect(null)
    const by = arrows[event.key]
    if (by === undefined) return
    event.preventDefault()
    // The console's own arrows go from step to step.
    event.stopPropagation()
    onMove(note.id, { x: onBoard(note.x + by.x), y: onBoard(note.y + by.y) })
  }
  return (
    <ul
      data-board
      aria-label={t('board')}
      className="relative grid gap-2 rounded-one tablet:block tablet:aspect-video tablet:bg-sunk"
    >
      {shown.map(({ left, top, width, height, ...note }) => (
        <li
          key={note.id}
          style={{ '--x': `${left}%`, '--y': `${top}%`, '--w': `${width}%`, '--h': `${height}%` }}
          className={cx(
            'focus-within:z-10 tablet:absolute tablet:top-(--y) tablet:left-(--x) tablet:h-(--h) tablet:w-(--w)',
            held?.id === note.id && !held.isDropped ? 'z-10' : 'transition-[left,top] duration-(--grow)',
          )}
        >
          <button
            type="button"
            aria-pressed={selected === note.id}
            aria-label={
              note.name === null ? t('note', { text: note.text }) : t('noteOf', { name: note.name, text: note.text })
            }
            title={note.text}
            style={notePaper(note.colour)}
            onKeyDown={pressed(note)}
            {...handlers(note.id)}
            className={cx(
              'grid min-h-11 w-full content-center overflow-hidden rounded-one border px-3 py-1.5 text-left text-small leading-tight tablet:size-full tablet:min-h-0 tablet:touch-none tablet:px-2 tablet:py-1 tablet:text-center',
              selected === note.id ? 'border-ink outline-2 outline-ink' : 'border-line',
              held?.id === note.id && !held.isDropped && 'cursor-grabbing shadow-float',
            )}
          >
            <span className="line-clamp-3 break-words">{note.text}</span>
            {note.name !== null && (
              <span className={cx('truncate text-soft', !showNames && 'tablet:sr-only')}>{note.name}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
