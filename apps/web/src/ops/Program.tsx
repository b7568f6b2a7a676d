import { useTranslation } from '../i18n/use-translation.ts'
import { Badge } from '../ui/Badge.tsx'
import { useFigures } from './use-figures.ts'

/** Whoever says nothing for so long is in trouble, in ms. */
const silentAfterMs = 10_000

interface ProgramProps {
  readonly name: string
  readonly silentMs: number
  /** Epoch ms; `null` where it says nothing that we understand. */
  readonly startedAt: number | null
  readonly figures: readonly (readonly [name: string, figure: string])[]
}

/** One running program: who it is, whether it lives, and its numbers. */
export function Program({ name, silentMs, startedAt, figures }: ProgramProps) {
  const { t } = useTranslation('ops')
  const { count, moment } = useFigures()
  const isSilent = silentMs > silentAfterMs
  return (
    <li className="grid gap-3 py-4 first:pt-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold">{name}</span>
        <span className="mr-auto text-small text-soft">
          {startedAt !== null && t('since', { date: moment(startedAt) })}
        </span>
        <Badge tone={isSilent ? 'danger' : 'accent'}>
          {isSilent ? t('silent', { seconds: count(Math.round(silentMs / 1_000)) }) : t('alive')}
        </Badge>
      </div>
      {startedAt === null ? (
        <p className="text-small text-soft">{t('otherVersion')}</p>
      ) : (
        <dl className="grid grid-cols-2 gap-x-6 gap-y-2 tablet:grid-cols-3">
          {figures.map(([what, figure]) => (
            <div key={what} className="flex items-baseline justify-between gap-3 border-line border-b pb-1 text-small">
              <dt className="text-soft">{what}</dt>
              <dd className="figures font-semibold">{figure}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}
