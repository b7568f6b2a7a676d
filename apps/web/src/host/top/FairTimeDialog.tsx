import { useTranslation } from '../../i18n/use-translation.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** How the time of an answer counts, and what that means for whoever steers. */
export function FairTimeDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['console', 'common'])
  return (
    <Dialog open={open} onClose={onClose} title={t('common:fairHeading')}>
      <div className="grid gap-3">
        <p>{t('fairForPeople')}</p>
        <p>{t('fairForYou')}</p>
      </div>
    </Dialog>
  )
}
