import { useTranslation } from '../../i18n/use-translation.ts'
import { spacedCode } from '../../ui/code-in-text.ts'
import { Markdown } from '../../ui/Markdown.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import type { ConsoleState } from '../console-state.ts'
import { joinLink } from '../join-link.ts'

/** Before the first step: the way in, large enough to hold up. */
export function LobbyNow({ view, code }: ConsoleState & { readonly code: string }) {
  const { t } = useTranslation(['console', 'common'])
  return (
    <div className="mx-auto grid max-w-3xl justify-items-center gap-6 py-4 text-center desk:py-10">
      <p className="text-lead text-soft">
        {t('common:joinAt')} <strong className="text-ink">{location.host}</strong>
      </p>
      <p className="figures font-bold font-display text-[clamp(3.5rem,12vw,7rem)] leading-none">{spacedCode(code)}</p>
      <QrCode text={joinLink(code)} label={t('common:joinQr', { code })} className="w-full max-w-64" />
      <p className="text-lead">{view.present === 0 ? t('nobodyYet') : t('present', { count: view.present })}</p>
      {view.notes !== null && <Markdown text={view.notes} />}
    </div>
  )
}
