import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { spacedCode } from '../../ui/code-in-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import { joinLink } from '../join-link.ts'

interface CodeDialogProps {
  readonly open: boolean
  readonly code: string
  readonly onClose: () => void
}

/** The way in, to hold up or to send. */
export function CodeDialog({ open, code, onClose }: CodeDialogProps) {
  const { t } = useTranslation(['console', 'common'])
  const [isCopied, setCopied] = useState(false)
  const link = joinLink(code)
  const close = () => {
    setCopied(false)
    onClose()
  }
  const copy = async () => {
    // Without HTTPS browsers offer no clipboard; the link below the code is there to be read.
    const done = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    )
    setCopied(done === true)
  }
  return (
    <Dialog open={open} onClose={close} title={t('code')}>
      <div className="grid justify-items-center gap-5 text-center">
        <p className="text-soft">
          {t('common:joinAt')} <strong className="text-ink">{location.host}</strong>
        </p>
        <p className="figures font-bold font-display text-display leading-none">{spacedCode(code)}</p>
        <QrCode text={link} label={t('common:joinQr', { code })} className="w-full max-w-72" />
        <p className="select-all break-all text-small text-soft">{link}</p>
        <Button
          icon={
            isCopied ? <Check aria-hidden="true" className="size-5" /> : <Copy aria-hidden="true" className="size-5" />
          }
          onClick={() => void copy()}
        >
          <span aria-live="polite">{t(isCopied ? 'copied' : 'copyLink')}</span>
        </Button>
      </div>
    </Dialog>
  )
}
