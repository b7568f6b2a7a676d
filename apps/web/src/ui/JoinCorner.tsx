import { useTranslation } from '../i18n/use-translation.ts'
import { spacedCode } from './code-in-text.ts'
import { QrCode } from './QrCode.tsx'

interface JoinCornerProps {
  readonly code: string
  /** The whole address the QR code opens. */
  readonly link: string
  /** The short address people type, without "https://". */
  readonly address: string
}

/** The way in, always in a corner of the screen: code, QR and short address, measured in the screen's unit `--u`. */
export function JoinCorner({ code, link, address }: JoinCornerProps) {
  const { t } = useTranslation()
  return (
    <aside className="flex items-end gap-[calc(24*var(--u))] text-right">
      <div className="grid gap-[calc(4*var(--u))]">
        <span className="text-[calc(28*var(--u))] text-soft leading-tight">{address}</span>
        <span className="figures font-bold font-display text-[calc(68*var(--u))] leading-none">{spacedCode(code)}</span>
      </div>
      <QrCode text={link} label={t('joinQr', { code })} className="size-[calc(176*var(--u))]" />
    </aside>
  )
}
