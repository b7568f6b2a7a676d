import { Copy } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Button } from '../../ui/Button.tsx'
import { spacedCode } from '../../ui/code-in-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { joinLink } from '../join-link.ts'

interface CodeDialogProps {
  readonly open: boolean
  readonly code: string
  readonly onClose: () => void
}

/** The way in, to hold up or to send. */
export function CodeDialog({ open, code, onClose }: CodeDialogProps) {
  const { t } = useTranslation(['console', 'common'])
  const { show } = useToast()
  const link = joinLink(code)
  const copy = async () => {
    await navigator.clipboard?.writeText(link)
    show({ text: t('copied') })
  }
  return (
    <Dialog open={open} onClose={onClose} title={t('code')}>
      <div className="grid justify-items-center gap-5 text-center">
        <p className="text-soft">
          {t('common:joinAt')} <strong className="text-ink">{location.host}</strong>
        </p>
        <p className="figures font-bold font-display text-display leading-none">{spacedCode(code)}</p>
        <QrCode text={link} label={t('common:joinQr', { code })} className="w-full max-w-72" />
        <Button icon={<Copy />} onClick={() => void copy()}>
          {t('copyLink')}
        </Button>
      </div>
    </Dialog>
  )
}
