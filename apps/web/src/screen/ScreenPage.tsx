import { useTranslation } from 'react-i18next'
import { FitText } from '../ui/FitText.tsx'
import { ScreenShell } from '../ui/ScreenShell.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Wordmark } from '../ui/Wordmark.tsx'

/** `/screen/:session`: the projector, while the session is fetched. */
export default function ScreenPage() {
  const { t } = useTranslation('screen')
  useTitle(t('joinHeading'))
  return (
    <div className="fixed inset-0">
      <ScreenShell corner={<Wordmark />}>
        <FitText text={t('waiting')} className="font-bold font-display" />
      </ScreenShell>
    </div>
  )
}
