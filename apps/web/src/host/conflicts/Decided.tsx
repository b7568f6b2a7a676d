import { ChevronDown } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ConsoleState } from '../console-state.ts'
import { conflictWords } from './conflict-words.ts'

/** The last decisions, newest first, folded away. */
export function Decided({ view }: Pick<ConsoleState, 'view'>) {
  const { t } = useTranslation('console')
  if (view.decided.length === 0) return null
  return (
    <details className="group mt-6">
      <summary className="flex min-h-11 cursor-pointer items-center justify-between gap-3 font-semibold text-small text-soft [&::-webkit-details-marker]:hidden">
        {t('decided', { count: view.decided.length })}
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <ul className="grid grid-cols-1 gap-3 text-small">
        {view.decided.toReversed().map((card) => {
          const words = conflictWords(card, t)
          return (
            <li key={card.id}>
              <p>{words.title}</p>
              <p className="text-soft">
                {card.choice === 'mine' ? words.take : words.keep} ·{' '}
                {t('decidedBy', { name: card.decidedBy || t('somebody') })}
              </p>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
