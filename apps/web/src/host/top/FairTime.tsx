import { Info } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'

/** How the time of an answer counts, and what that means for whoever steers; beside the clock. */
export function FairTime() {
  const { t } = useTranslation(['console', 'common'])
  const [open, show] = useState(false)
  return (
    <>
      <IconButton label={t('common:fairHeading')} icon={<Info className="size-5" />} onClick={() => show(true)} />
      <Dialog open={open} onClose={() => show(false)} title={t('common:fairHeading')}>
        <div className="grid gap-3">
          <p>{t('fairForPeople')}</p>
          <p>{t('fairForYou')}</p>
        </div>
      </Dialog>
    </>
  )
}
