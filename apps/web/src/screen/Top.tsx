import { Pause } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { ScreenView } from './screen-view.ts'

/** Quiet lines above the picture: which workshop, and what is special about this moment. */
export function Top({ view }: { readonly view: ScreenView }) {
  const { t } = useTranslation('screen')
  const { step, phase } = view
  const closed = step?.collects === true && step.phase === 'closed'
  return (
    <>
      <span className="truncate">{view.title}</span>
      <span role="status" className="flex shrink-0 items-center gap-[calc(12*var(--u))] font-semibold text-ink">
        {phase === 'paused' && (
          <>
            <Pause aria-hidden="true" className="size-[1em]" strokeWidth={3} />
            {t('paused')}
          </>
        )}
        {phase === 'active' && closed && t('closed')}
      </span>
    </>
  )
}
