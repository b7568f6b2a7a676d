import { useTranslation } from '../../i18n/use-translation.ts'
import { Ranking } from '../../ui/Ranking.tsx'
import { useSessionSituation } from '../session/session-situation.ts'
import type { SharedView } from '../session/views.ts'

/** The rows, as the view has them. */
export interface ScoreboardProps {
  readonly rows: NonNullable<SharedView['scoreboard']>
  /** Nothing is added any more. */
  readonly isFinal?: boolean
}

/** My place first, then the first ten. Names are unique in a session, so they tell the rows apart. */
export function Scoreboard({ rows, isFinal = false }: ScoreboardProps) {
  const { t } = useTranslation('phone')
  const { myName } = useSessionSituation()
  return (
    <section className="come-in grid grid-cols-1 gap-5">
      <h2 className="font-display font-semibold text-lead">{isFinal ? t('finalScores') : t('scoreboard')}</h2>
      <MyPlace isFinal={isFinal} />
      <Ranking rows={rows.map((row) => ({ ...row, id: row.name, me: row.name === myName }))} />
    </section>
  )
}

/** Where I stand, large; nothing while nothing is scored. */
export function MyPlace({ isFinal = false }: Pick<ScoreboardProps, 'isFinal'>) {
  const { t } = useTranslation(['phone', 'common'])
  const { place, points } = useSessionSituation()
  if (place === null) return null
  return (
    <p className="figures flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 rounded-one bg-soil p-5 text-on-soil">
      <strong className="font-bold font-display text-headline text-on-soil-accent">
        {t('common:place', { place })}
      </strong>
      <span>{isFinal ? t('common:points', { count: points }) : t('pointsSoFar', { count: points })}</span>
    </p>
  )
}
