import { Check, CircleDashed, X } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useSessionSituation } from '../session/session-situation.ts'

/** How a person fared at a step. */
export type Verdict = 'right' | 'partly' | 'wrong' | 'unanswered'

const signs = { right: Check, partly: Check, wrong: X, unanswered: CircleDashed } as const satisfies Record<
  Verdict,
  unknown
>

interface MyResultProps {
  readonly verdict: Verdict
  /** Points of this step; `null` where none are given. */
  readonly gained: number | null
}

/** Mine first: right or not, what it brought, where I stand. */
export function MyResult({ verdict, gained }: MyResultProps) {
  const { t } = useTranslation(['phone', 'common'])
  const { points, place } = useSessionSituation()
  const Sign = signs[verdict]
  const words = {
    right: t('right'),
    partly: t('partlyRight'),
    wrong: t('notRight'),
    unanswered: t('notAnswered'),
  } as const satisfies Record<Verdict, string>
  return (
    <div className="turn-over grid grid-cols-1 gap-4 rounded-one bg-soil p-5 text-on-soil">
      <p className="flex items-center justify-between gap-4 font-bold font-display text-title">
        {words[verdict]}
        <Sign
          aria-hidden="true"
          strokeWidth={3}
          className={
            verdict === 'right' || verdict === 'partly' ? 'size-9 shrink-0 text-on-soil-accent' : 'size-9 shrink-0'
          }
        />
      </p>
      {gained !== null && (
        <p className="figures flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          {gained > 0 && (
            <strong className="font-bold font-display text-headline text-on-soil-accent">
              {t('pointsGained', { count: gained })}
            </strong>
          )}
          <span>
            {t('pointsSoFar', { count: points })}
            {place !== null && <> · {t('common:place', { place })}</>}
          </span>
        </p>
      )}
    </div>
  )
}
