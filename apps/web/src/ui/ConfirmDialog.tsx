import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import { dialogBackdrop, dialogPopup } from './dialog-class.ts'

interface ConfirmDialogProps {
  readonly open: boolean
  /** The question. */
  readonly title: string
  /** What happens, and what stays. */
  readonly text: ReactNode
  /** What the confirming button will do, as a verb: never "OK". */
  readonly confirm: string
  readonly cancel?: string
  /** Cannot be taken back. */
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks once before something that matters. The harmless answer has the focus. */
export function ConfirmDialog({
  open,
  title,
  text,
  confirm,
  cancel,
  danger = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useTranslation()
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={dialogBackdrop} />
        <AlertDialog.Popup className={cx(dialogPopup, 'max-w-lg')}>
          <AlertDialog.Title className="font-display font-semibold text-title">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="mt-3 text-soft">
            {text}
          </AlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <AlertDialog.Close render={<Button>{cancel ?? t('cancel')}</Button>} />
            <AlertDialog.Close
              render={
                <Button tone={danger ? 'danger' : 'primary'} onClick={onConfirm}>
                  {confirm}
                </Button>
              }
            />
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
