import { useTranslation } from '../../i18n/use-translation.ts'
import { DoorActions } from './DoorActions.tsx'
import { DoorPage } from './DoorPage.tsx'
import type { SessionCard } from './session-card.ts'

/** Who is out, why, and the way back. */
export interface GonePageProps {
  readonly card: SessionCard
  readonly why: 'left' | 'kicked'
  /** Comes back as the same person; `null` where that is not allowed. */
  readonly onReturn: (() => void) | null
  readonly busy: boolean
}

/** Out of the session, by one's own wish or not: what that means, and the way back where there is one. */
export function GonePage({ card, why, onReturn, busy }: GonePageProps) {
  const { t } = useTranslation('door')
  const hint = why === 'left' ? t('leftHint') : onReturn === null ? t('kickedHint') : t('mayReturn')
  return (
    <DoorPage
      card={card}
      heading={t(why)}
      hint={hint}
      action={<DoorActions again={onReturn && { words: t('comeBack'), busy, onPress: onReturn }} />}
    />
  )
}
