import { Undo2 } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { SlipActions } from '../../participant/step/SlipActions.tsx'

interface MyAnswersProps {
  /** By slot. */
  readonly texts: readonly (string | null)[]
  /** The slot that is being rewritten: not listed. */
  readonly editing?: number | null
  /** Without these, the list is for reading. */
  readonly onEdit?: ((slot: number) => void) | undefined
  readonly onTakeBack?: ((slot: number) => void) | undefined
}

/** What I wrote, each with a way to change it while that is possible. */
export function MyAnswers({ texts, editing = null, onEdit, onTakeBack }: MyAnswersProps) {
  const { t } = useTranslation('phone')
  const mine = texts.flatMap((text, slot) => (text === null || slot === editing ? [] : [{ text, slot }]))
  if (mine.length === 0) return null
  return (
    <section className="grid grid-cols-1 gap-3">
      <h2 className="font-semibold text-small">{t('yourAnswers', { count: mine.length })}</h2>
      <ul className="grid grid-cols-1 gap-3">
        {mine.map(({ text, slot }) => (
          <li key={slot} className="come-in rounded-one border border-line bg-raised">
            <p className="whitespace-pre-line break-words px-4 pt-3 pb-3">{text}</p>
            {onEdit !== undefined && onTakeBack !== undefined && (
              <SlipActions
                onChange={() => onEdit(slot)}
                onTakeBack={() => onTakeBack(slot)}
                icon={<Undo2 aria-hidden="true" className="size-4" />}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
