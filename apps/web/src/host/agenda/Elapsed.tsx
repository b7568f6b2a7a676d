import { useTranslation } from '../../i18n/use-translation.ts'
import { useNow } from '../../live/use-now.ts'
import { clockFace } from '../../ui/remaining.ts'

/** How long it has been running; stands still once it is over. Times are epoch ms on the server's clock. */
export function Elapsed({ from, to }: { readonly from: number; readonly to: number | null }) {
  const { t } = useTranslation('console')
  const now = useNow(1_000)
  const seconds = Math.max(0, Math.floor(((to ?? now) - from) / 1_000))
  return <span className="figures">{t('elapsed', { time: clockFace(seconds) })}</span>
}
