import { useTranslation } from '../../i18n/use-translation.ts'
import { ScreenQuestion } from '../../screen/question/ScreenQuestion.tsx'
import { FitText } from '../../ui/FitText.tsx'
import type { ScreenFace } from '../faces.ts'
import { letterSize, linesThatFit, scattered } from './board-picture.ts'
import { notePaper } from './note-colour.ts'

/** Notes that a hall can still read at once; older ones are counted. */
const shown = 48

/** The prompt alone until there is something to show; then the board, every note where it hangs. */
export default function WhiteboardScreen({ content }: ScreenFace<'whiteboard'>) {
  const { t } = useTranslation('screen')
  const { notes } = content
  if (notes === null || notes.length === 0) {
    return (
      <h1 className="flex size-full items-center font-bold font-display">
        <FitText text={content.text} />
      </h1>
    )
  }
  const hung = scattered(notes.slice(-shown))
  const older = notes.length - hung.length
  const letters = letterSize(hung.length)
  return (
    <ScreenQuestion text={content.text} quiet>
      <div className="grid size-full grid-rows-[minmax(0,1fr)_auto] gap-[calc(16*var(--u))]">
        <ul className="relative min-h-0" style={{ fontSize: `calc(${letters} * var(--u))` }}>
          {hung.map(({ id, text, name, colour, ...box }) => (
            <li
              key={id}
              style={{
                ...notePaper(colour),
                left: `${box.left}%`,
                top: `${box.top}%`,
                width: `${box.width}%`,
                height: `${box.height}%`,
              }}
              className="come-in absolute grid content-center overflow-hidden rounded-one border border-line px-[0.6em] text-center leading-tight transition-[left,top] duration-(--grow)"
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
    </ScreenQuestion>
  )
}
