import type { ConflictCard } from '@humuus/workshop-engine'
import { useId } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import type { ConsoleState } from '../console-state.ts'
import { conflictWords } from './conflict-words.ts'

/** What waits for a decision, oldest first. */
export function Conflicts({ view, command }: Pick<ConsoleState, 'view' | 'command'>) {
  const { t } = useTranslation('console')
  if (view.conflicts.length === 0) return null
  return (
    <section aria-label={t('decisions')} className="grid grid-cols-1 gap-4">
      {view.conflicts.map((card) => (
        <Card
          key={card.id}
          card={card}
          onDecide={(choice) => void command({ type: 'decide_conflict', conflictId: card.id, choice })}
        />
      ))}
    </section>
  )
}

interface CardProps {
  readonly card: ConflictCard
  readonly onDecide: (choice: 'mine' | 'theirs') => void
}

/** Two versions and a choice. Neither button is the big one: the machine has no opinion. */
function Card({ card, onDecide }: CardProps) {
  const { t } = useTranslation('console')
  const heading = useId()
  const words = conflictWords(card, t)
  return (
    <article
      aria-labelledby={heading}
      className="come-in grid grid-cols-1 gap-4 rounded-one border border-ink bg-raised p-4 tablet:p-5"
    >
      <h2 id={heading} className="font-display font-semibold text-lead">
        {words.title}
      </h2>
      <div className="grid gap-4 tablet:grid-cols-2">
        <Version {...words.theirs} choose={words.keep} onChoose={() => onDecide('theirs')} />
        <Version {...words.mine} choose={words.take} onChoose={() => onDecide('mine')} />
      </div>
    </article>
  )
}

interface VersionProps {
  readonly says: string
  readonly quote: string | null
  readonly choose: string
  readonly onChoose: () => void
}

function Version({ says, quote, choose, onChoose }: VersionProps) {
  return (
    <div className="flex flex-col gap-3">
      <p>{says}</p>
      {quote !== null && (
        <blockquote className="whitespace-pre-line break-words rounded-one bg-sunk px-3 py-2">{quote}</blockquote>
      )}
      <Button className="mt-auto" onClick={onChoose}>
        {choose}
      </Button>
    </div>
  )
}
