import type { Rejection } from '@humuus/workshop-engine'
import { useRejectionWords } from '../../i18n/rejection-words.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { DoorPage } from './DoorPage.tsx'

interface TroublePageProps {
  /** What the server said; `null` when it could not be reached. */
  readonly rejection: Rejection | null
  readonly onRetry: () => void
  readonly busy: boolean
}

/** The way to the session is blocked: why, and once more. */
export function TroublePage({ rejection, onRetry, busy }: TroublePageProps) {
  const { t } = useTranslation(['errors', 'common'])
  const words = useRejectionWords()
  return (
    <DoorPage
      card={null}
      heading={rejection === null ? t('cannotReach') : words(rejection)}
      hint={rejection === null ? t('cannotReachHint') : undefined}
      action={
        <Button tone="primary" size="large" wide busy={busy} onClick={onRetry}>
          {t('common:tryAgain')}
        </Button>
      }
    />
  )
}
