import { memo } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ScreenFace } from '../faces.ts'
import { letterSize, linesThatFit, scattered } from './board-picture.ts'
import { notePaper } from './note-colour.ts'

/** Notes that a hall can still read at once; older ones are counted. */
const shown = 48

interface HungNotesProps {
  readonly notes: NonNullable<ScreenFace<'whiteboard'>['content']['notes']>
}

/** Every note where it hangs. Drawn anew when notes change, not with all else that happens on the screen. */
export const HungNotes = memo(function HungNotes({ notes }: HungNotesProps) {
  const { t } = useTranslation('screen')
  const hung = scattered(notes.slice(-shown))
  const older = notes.length - hung.length
  const letters = letterSize(hung.length)
  return (
    <div className="grid size-full grid-rows-[minmax(0,1fr)_auto] gap-[calc(16*var(--u))]">
      <ul className="relative min-h-0" style={{ fontSize: `calc(${letters} * var(--u))` }}>
        {hung.map(({ id, text, name, colour, ...box }) => (
          <li
            key={id}
            style={{
              ...notePaper(colour),
              width: `${box.width}%`,
              height: `${box.height}%`,
              // In shares of the note itself: what is moved this way needs no new layout.
              translate: `${(100 * box.left) / box.width}% ${(100 * box.top) / box.height}%`,
            }}
            className="come-in absolute top-0 left-0 grid content-center overflow-hidden rounded-one border border-line px-[0.6em] text-center leading-tight transition-[translate] duration-(--grow)"
          >
            <p
              className="line-clamp-1 break-words"
              style={{ WebkitLineClamp: linesThatFit(box, letters, name !== null) }}
            >
              {text}
            </p>
            {name !== null && <p className="truncate text-[max(0.7em,calc(20*var(--u)))] text-soft">{name}</p>}
          </li>
        ))}
      </ul>
      {older > 0 && <p className="text-[calc(28*var(--u))] text-soft">{t('more', { count: older })}</p>}
    </div>
  )
})
