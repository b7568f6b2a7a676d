import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Switch } from '../../ui/Switch.tsx'

interface RemoveDialogProps {
  readonly name: string
  readonly onRemove: (mayReturn: boolean) => void
  readonly onClose: () => void
}

/** Asks once before somebody is removed, and whether they may come back. */
export function RemoveDialog({ name, onRemove, onClose }: RemoveDialogProps) {
  const { t } = useTranslation('console')
  const [mayReturn, setMayReturn] = useState(true)
  return (
    <ConfirmDialog
      open
      danger
      title={t('removeHeading', { name })}
      text={
        <div className="grid gap-4">
          <p>{t('removeHint')}</p>
          <Switch label={t('removeMayReturn')} checked={mayReturn} onChange={setMayReturn} />
        </div>
      }
      confirm={t('remove')}
      onConfirm={() => onRemove(mayReturn)}
      onClose={onClose}
    />
  )
}
