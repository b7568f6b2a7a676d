import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { DoorPage } from './DoorPage.tsx'
import type { DoorRefusal } from './entrance.ts'
import type { SessionCard } from './session-card.ts'

/** Whose door it is and why it stays shut. */
export interface ShutPageProps {
  readonly card: SessionCard
  readonly why: Exclude<DoorRefusal, 'not_open_yet' | 'kicked'>
  readonly onRetry: () => void
  readonly busy: boolean
}

/** The door does not open for this person: why, said kindly, and what can be done. */
export function ShutPage({ card, why, onRetry, busy }: ShutPageProps) {
  const { t } = useTranslation(['door', 'common'])
  const words = {
    session_full: [t('full'), t('fullHint')],
    late_join_closed: [t('lateClosed'), t('lateClosedHint')],
    session_over: [t('over'), t('overHint')],
  } as const satisfies Record<ShutPageProps['why'], readonly [string, string]>
  const [heading, hint] = words[why]
  return (
    <DoorPage
      card={card}
      heading={heading}
      hint={hint}
      action={
        <div className="grid gap-3">
          {why !== 'session_over' && (
            <Button tone="primary" size="large" wide busy={busy} onClick={onRetry}>
              {t('common:tryAgain')}
            </Button>
          )}
          <ButtonLink to="/" size="large" wide>
            {t('another')}
          </ButtonLink>
        </div>
      }
    />
  )
}
