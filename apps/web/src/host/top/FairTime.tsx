import { Info } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { FairTimeDialog } from './FairTimeDialog.tsx'

/** Beside the clock where there is room; on a phone the rule is in the menu. */
export function FairTime() {
  const { t } = useTranslation('common')
  const [open, show] = useState(false)
  return (
    <span className="hidden tablet:block">
      <IconButton label={t('fairHeading')} icon={<Info className="size-5" />} onClick={() => show(true)} />
      <FairTimeDialog open={open} onClose={() => show(false)} />
    </span>
  )
}
