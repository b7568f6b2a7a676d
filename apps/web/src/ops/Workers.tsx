import { useTranslation } from '../i18n/use-translation.ts'
import { Section } from '../ui/Section.tsx'
import { Program } from './Program.tsx'
import type { Overview } from './totals.ts'
import { useFigures } from './use-figures.ts'

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0)

/** Every worker that lately said that it lives. */
export function Workers({ workers }: { readonly workers: Overview['workers'] }) {
  const { t } = useTranslation('ops')
  const { count, ms, bytes } = useFigures()
  return (
    <Section title={t('workers')} hint={t('workersHint')}>
      {workers === null && <p className="text-soft">{t('cannotTell')}</p>}
      {workers?.length === 0 && <p className="text-soft">{t('noWorkers')}</p>}
      <ul className="divide-y divide-line">
        {workers?.map(({ id, silentMs, report }) => (
          <Program
            key={id}
            name={t('worker', { id: id.slice(0, 8) })}
            silentMs={silentMs}
            startedAt={report?.startedAt ?? null}
            figures={
              report === null
                ? []
                : [
                    [t('figure_done'), count(sum(report.done))],
                    [t('figure_failed'), count(sum(report.failed))],
                    [t('figure_timers'), ms(report.timerLateMs?.p99)],
                    [t('figure_loop'), ms(report.eventLoopMs.p99)],
                    [t('figure_memory'), bytes(report.memoryBytes)],
                  ]
            }
          />
        ))}
      </ul>
    </Section>
  )
}
