import { memo, useId } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { type NoteColour, noteColours, notePaper } from './note-colour.ts'

interface ColourChoiceProps {
  readonly value: NoteColour
  readonly onChange: (colour: NoteColour) => void
}

/** The paper to write on. Drawn anew only when it is another one: React writes all of a radio button each time, which costs a layout. */
export const ColourChoice = memo(function ColourChoice({ value, onChange }: ColourChoiceProps) {
  const { t } = useTranslation('whiteboard')
  const name = useId()
  return (
    <fieldset className="flex flex-wrap gap-2" aria-label={t('colour')}>
      {noteColours.map((colour) => (
        <label key={colour} className="relative size-11">
          <input
            type="radio"
            name={name}
            value={colour}
            checked={colour === value}
            onChange={() => onChange(colour)}
            className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-one border border-edge checked:border-3 checked:border-ink"
            style={notePaper(colour)}
          />
          <span className="sr-only">{t(colour)}</span>
        </label>
      ))}
    </fieldset>
  )
})
