import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useConnection } from '../../live/use-connection.ts'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import { PhoneShell } from '../../ui/PhoneShell.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Wordmark } from '../../ui/Wordmark.tsx'
import type { SessionCard } from './session-card.ts'

interface DoorPageProps {
  /** The workshop behind the door, where it is known. */
  readonly card: Pick<SessionCard, 'title' | 'host'> | null
  readonly heading: string
  readonly hint?: string | undefined
  /** At the thumb. */
  readonly action?: ReactNode
  readonly children?: ReactNode
  /** At the end of the page, however little stands above. */
  readonly foot?: ReactNode
}

/** A page before, or outside of, a session: whose door it is, what to know, what to do. */
export function DoorPage({ card, heading, hint, action, children, foot }: DoorPageProps) {
  const { t } = useTranslation('phone')
  const { connection, pending } = useConnection()
  useTitle(card?.title ?? heading)
  return (
    <PhoneShell
      connection={connection}
      pending={pending}
      action={action}
      top={
        <>
          <Wordmark />
          <LanguageSwitch />
        </>
      }
    >
      <div className="flex min-h-full flex-col gap-8">
        {card !== null && (
          <p className="border-line border-b pb-4">
            <span className="line-clamp-2 break-words font-semibold text-lead leading-snug">{card.title}</span>
            {card.host !== '' && <span className="text-soft">{t('hostedBy', { name: card.host })}</span>}
          </p>
        )}
        <div className="come-in grid gap-3">
          <h1 className="font-bold font-display text-headline">{heading}</h1>
          {hint !== undefined && <p className="text-lead text-soft">{hint}</p>}
        </div>
        {children}
        {foot !== undefined && <div className="mt-auto">{foot}</div>}
      </div>
    </PhoneShell>
  )
}
