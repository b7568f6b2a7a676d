import { useSyncExternalStore } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useLiveClient } from '../../live/live-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** A newer page is needed, and would cost what is unsent here: says what it waits for, and leaves the choice. */
export function NewerPageNotice() {
  const { t } = useTranslation('phone')
  const { newerPage } = useLiveClient()
  const isWaiting = useSyncExternalStore(newerPage.subscribe, newerPage.get)
  if (!isWaiting) return null
  return (
    <div className="grid gap-3">
      <Notice tone="info">
        {t('newerWaits')} {t('newerWaitsHint')}
      </Notice>
      <Button className="justify-self-start" onClick={newerPage.now}>
        {t('loadNow')}
      </Button>
    </div>
  )
}
