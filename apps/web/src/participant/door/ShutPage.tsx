import { useTranslation } from '../../i18n/use-translation.ts'
import { DoorActions } from './DoorActions.tsx'
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
        <DoorActions again={why === 'session_over' ? null : { words: t('common:tryAgain'), busy, onPress: onRetry }} />
      }
    />
  )
}
