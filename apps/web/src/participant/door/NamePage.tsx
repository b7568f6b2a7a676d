import { type FormEvent, useState } from 'react'
import { useLanguage } from '../../i18n/use-language.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { NameField } from '../name/NameField.tsx'
import { nameProblem } from '../name/name-problem.ts'
import { suggestedName } from '../name/name-suggestion.ts'
import { rememberedName } from '../name/remembered-name.ts'
import { DoorPage } from './DoorPage.tsx'
import type { SessionCard } from './session-card.ts'

/** What the door tells the name page. */
export interface NamePageProps {
  readonly card: SessionCard
  /** Stays the same on this device: makes the same suggestion after a reload. */
  readonly device: string
  /** Of the account, where there is one with a name. */
  readonly ownName: string | null
  readonly onJoin: (name: string) => void
  readonly busy: boolean
  /** Words of the server about the name that was sent. */
  readonly refused: string | undefined
  readonly onEdit: () => void
}

/** Who am I here? A name is there already: change it, or go. */
export function NamePage({ card, device, ownName, onJoin, busy, refused, onEdit }: NamePageProps) {
  const { t } = useTranslation('phone')
  const [language] = useLanguage()
  const [nth, setNth] = useState(0)
  // `null`: the suggestion stands, in whatever language the page speaks.
  const [typed, type] = useState<string | null>(() => ownName ?? rememberedName())
  const name = typed ?? suggestedName(device, nth, language)
  const suggest = () => {
    // The first suggestion has not been seen while a remembered name stood there.
    setNth(typed === null ? nth + 1 : nth)
    type(null)
    onEdit()
  }
  const join = (event: FormEvent) => {
    event.preventDefault()
    if (nameProblem(name) === null && !busy) onJoin(name)
  }
  return (
    <DoorPage
      card={card}
      heading={t('nameHeading')}
      action={
        <Button tone="primary" size="large" wide type="submit" form="name" busy={busy}>
          {t('enter')}
        </Button>
      }
    >
      <form id="name" onSubmit={join} className="flex flex-wrap items-center gap-4">
        <Avatar key={name} seed={name.trim()} size="4.5rem" className="fade-in" />
        <NameField
          value={name}
          onChange={(next) => {
            type(next)
            onEdit()
          }}
          refused={refused}
          onSuggest={suggest}
          className="min-w-0 flex-1 basis-48"
        />
      </form>
    </DoorPage>
  )
}
