import { useTranslation } from '../../i18n/use-translation.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'

interface HandOverDialogProps {
  readonly name: string
  readonly onHandOver: () => void
  readonly onClose: () => void
}

/** Asks once before somebody else becomes the facilitator: only they can give it back. */
export function HandOverDialog({ name, onHandOver, onClose }: HandOverDialogProps) {
  const { t } = useTranslation('console')
  return (
    <ConfirmDialog
      open
      title={t('handOverHeading', { name })}
      text={t('handOverHint', { name })}
      confirm={t('handOver')}
      onConfirm={onHandOver}
      onClose={onClose}
    />
  )
}
