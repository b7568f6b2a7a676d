import { X } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation.ts'

interface MyWordsProps {
  readonly words: readonly string[]
  /** `null` where nothing can be changed just now. */
  readonly onTakeBack: ((text: string) => void) | null
}

/** What I gave, each with a way to take it back. */
export function MyWords({ words, onTakeBack }: MyWordsProps) {
  const { t } = useTranslation('wordCloud')
  if (words.length === 0) return null
  return (
    <section className="grid grid-cols-1 gap-3">
      <h2 className="font-semibold text-small">{t('yourWords', { count: words.length })}</h2>
      <ul className="flex flex-wrap gap-2">
        {words.map((text) => (
          <li
            key={text}
            className="come-in flex min-h-11 max-w-full items-center rounded-one border border-line bg-raised px-4"
          >
            <span dir="auto" className="min-w-0 break-words py-2 font-semibold">
              {text}
            </span>
            {onTakeBack !== null && (
              <button
                type="button"
                aria-label={t('takeBackOf', { text })}
                className="-mr-4 grid size-11 shrink-0 place-items-center text-soft hover:text-ink"
                onClick={() => onTakeBack(text)}
              >
                <X aria-hidden="true" className="size-5" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
