import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from './cx.ts'
import { dialogBackdrop, dialogPopup } from './dialog-class.ts'
import { IconButton } from './IconButton.tsx'

interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** Buttons at its foot, the main one last. */
  readonly actions?: ReactNode
  /** For a QR code or a table of keys. */
  readonly wide?: boolean
}

/** Something that needs the whole attention for a moment. Esc, the cross and a press beside it close it. */
export function Dialog({ open, onClose, title, children, actions, wide = false }: DialogProps) {
  const { t } = useTranslation()
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={dialogBackdrop} />
        <Base.Popup
          ref={popup}
          // Where something is to be typed, one can type at once.
          initialFocus={() => popup.current?.querySelector('input') ?? true}
          className={cx(dialogPopup, wide ? 'max-w-3xl' : 'max-w-lg')}
        >
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="pt-1.5 font-display font-semibold text-title">{title}</Base.Title>
            <Base.Close render={<IconButton label={t('close')} icon={<X aria-hidden="true" className="size-5" />} />} />
          </div>
          <div className="mt-3">{children}</div>
          {actions !== undefined && <div className="mt-6 flex flex-wrap justify-end gap-3">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
