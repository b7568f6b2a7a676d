import { useTranslation } from '../i18n/use-translation.ts'
import { CountOf } from '../ui/CountOf.tsx'
import { LastSeconds } from '../ui/LastSeconds.tsx'
import type { RunningClock } from './clock.ts'
import type { ScreenView } from './screen-view.ts'

interface FootProps {
  readonly view: ScreenView
  readonly clock: RunningClock | null
  readonly now: () => number
}

/** Lower left: how many have answered, and the last seconds as a figure. */
export function Foot({ view, clock, now }: FootProps) {
  const { t } = useTranslation('screen')
  const { step } = view
  const isCounting = step?.collects === true && step.phase !== 'revealed'
  return (
    <div className="flex items-end gap-[calc(64*var(--u))]">
      {isCounting && (
        <CountOf
          count={view.done}
          total={view.present}
          label={t('answered')}
          className="text-[calc(44*var(--u))] leading-none"
        />
      )}
      {clock !== null && step?.content.type !== 'countdown' && (
        <LastSeconds
          {...clock}
          now={now}
          over={<span className="text-[calc(44*var(--u))] leading-none">{t('timeUp')}</span>}
          className="text-[calc(120*var(--u))]"
        />
      )}
    </div>
  )
}
