import { useTranslation } from '../i18n/use-translation.ts'
import { buttonClass } from '../ui/button-class.ts'
import { cx } from '../ui/cx.ts'
import { Section } from '../ui/Section.tsx'
import type { Overview } from './totals.ts'
import { useFigures } from './use-figures.ts'

const states = ['waiting', 'delayed', 'active', 'failed'] as const

/** How many jobs there are, by queue and by where they stand. */
export function Queues({ queues }: { readonly queues: Overview['queues'] }) {
  const { t } = useTranslation('ops')
  const { count } = useFigures()
  return (
    <Section title={t('queues')} hint={t('queuesHint')}>
      {queues === null ? (
        <p className="text-soft">{t('cannotTell')}</p>
      ) : (
        <div className="grid gap-6">
          <table className="w-full border-collapse text-small">
            <thead>
              <tr className="border-line border-b text-left text-soft">
                <th scope="col" className="py-2 font-semibold">
                  {t('queue')}
                </th>
                {states.map((state) => (
                  <th key={state} scope="col" className="py-2 pl-2 text-right align-bottom font-semibold">
                    {t(state)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {queues.map((depth) => (
                <tr key={depth.queue} className="border-line border-b">
                  <th scope="row" className="py-2.5 text-left font-semibold [overflow-wrap:anywhere]">
                    {depth.queue}
                  </th>
                  {states.map((state) => (
                    <td
                      key={state}
                      className={cx(
                        'figures py-2.5 pl-2 text-right',
                        depth[state] === 0 ? 'text-soft' : 'font-semibold',
                        state === 'failed' && depth.failed > 0 && 'text-danger',
                      )}
                    >
                      {count(depth[state])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {/* A page of the server's own. */}
          <a href="/ops/queues" className={cx(buttonClass('quiet', 'small', false), 'justify-self-start')}>
            {t('board')}
          </a>
        </div>
      )}
    </Section>
  )
}
