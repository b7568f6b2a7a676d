import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { DoorPage } from '../door/DoorPage.tsx'
import type { SessionCard } from '../door/session-card.ts'

/** Whose door it is, and the way back. */
export interface TakenOverPageProps {
  readonly card: SessionCard
  /** Takes the session back to this window. */
  readonly onReturn: () => void
}

/** The same person went on in another window: this one rests until it is asked to go on. */
export function TakenOverPage({ card, onReturn }: TakenOverPageProps) {
  const { t } = useTranslation('phone')
  return (
    <DoorPage
      card={card}
      heading={t('takenOver')}
      hint={t('takenOverHint')}
      action={
        <Button tone="primary" size="large" wide onClick={onReturn}>
          {t('goOnHere')}
        </Button>
      }
    />
  )
}
