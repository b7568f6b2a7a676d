import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { IconButton } from './IconButton.tsx'

interface SheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
}

/** What a phone keeps behind one button, at the thumb. The browser's own dialog: focus, Esc and the veil are its work. */
export function Sheet({ open, onClose, title, children }: SheetProps) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onClose}
      className="safe-x mt-auto mb-0 w-full max-w-xl rounded-t-one bg-raised pt-4 pb-[max(1.5rem,env(safe-area-inset-bottom))] text-ink shadow-float backdrop:bg-veil open:come-in"
    >
      <div className="flex items-center justify-between gap-4">
        <h2 id={heading} className="font-display font-semibold text-title">
          {title}
        </h2>
        <IconButton
          label={t('close')}
          icon={<X aria-hidden="true" className="size-5" />}
          onClick={() => dialog.current?.close()}
        />
      </div>
      <div className="mt-3">{children}</div>
    </dialog>
  )
}
