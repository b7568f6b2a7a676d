import { useTranslation } from '../i18n/use-translation.ts'
import { Notice } from '../ui/Notice.tsx'
import { DeadLetters } from './DeadLetters.tsx'
import { Figures } from './Figures.tsx'
import { Queues } from './Queues.tsx'
import { Servers } from './Servers.tsx'
import { Storage } from './Storage.tsx'
import type { Overview } from './totals.ts'
import { useFigures } from './use-figures.ts'
import { Verdict } from './Verdict.tsx'
import { Workers } from './Workers.tsx'

interface OpsViewProps {
  readonly overview: Overview
  /** Epoch ms by this device's clock. */
  readonly lookedAt: number
  /** It could not be looked up again since then. */
  readonly isStale: boolean
}

/** Whether all is well first, then the numbers, then who does what, then what there is to do. */
export function OpsView({ overview, lookedAt, isStale }: OpsViewProps) {
  const { t } = useTranslation('ops')
  const time = useFigures().time(lookedAt)
  return (
    <>
      {isStale ? <Notice tone="refused">{t('notRefreshed', { time })}</Notice> : <Verdict overview={overview} />}
      <p className="figures mt-2 mb-10 text-small text-soft">
        {t('asOf', { time })}. {!isStale && t('refreshes')}
      </p>
      <Figures overview={overview} />
      <Servers servers={overview.servers} />
      <Workers workers={overview.workers} />
      <Queues queues={overview.queues} />
      <DeadLetters />
      <Storage storage={overview.storage} />
    </>
  )
}
