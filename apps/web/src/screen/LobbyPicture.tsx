import { useTranslation } from '../i18n/use-translation.ts'
import { spacedCode } from '../ui/code-in-text.ts'
import { QrCode } from '../ui/QrCode.tsx'
import { Arrivals } from './Arrivals.tsx'
import { joinLink } from './join-link.ts'
import type { ScreenView } from './screen-view.ts'

/** Before it starts: the way in as large as the hall, and who has come. */
export function LobbyPicture({ view, code }: { readonly view: ScreenView; readonly code: string }) {
  const { t } = useTranslation(['screen', 'common'])
  return (
    <div className="grid size-full grid-rows-[auto_auto_minmax(0,1fr)] gap-[calc(56*var(--u))]">
      <h1 className="text-balance font-display font-semibold text-[calc(52*var(--u))] leading-tight">{view.title}</h1>
      <div className="grid grid-cols-[1fr_auto] items-center gap-[calc(80*var(--u))]">
        <div className="grid gap-[calc(20*var(--u))]">
          <p className="text-[calc(40*var(--u))] text-soft">
            {t('common:joinAt')} <strong className="text-ink">{location.host}</strong>
          </p>
          <p className="figures font-bold font-display text-[calc(250*var(--u))] leading-[0.9]">{spacedCode(code)}</p>
        </div>
        <QrCode text={joinLink(code)} label={t('common:joinQr', { code })} className="size-[calc(430*var(--u))]" />
      </div>
      <Arrivals arrivals={view.arrivals} present={view.present} />
    </div>
  )
}
