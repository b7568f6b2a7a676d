import { Link } from 'wouter'
import { useTranslation } from '../i18n/use-translation.ts'
import { StartButton } from './StartButton.tsx'
import { StepStrip } from './StepStrip.tsx'
import { WorkshopMenu } from './WorkshopMenu.tsx'
import type { Workshop } from './workshop.ts'

/** One workshop: what it is, what it is made of, and Start. */
export function WorkshopCard({ workshop }: { readonly workshop: Workshop }) {
  const { t, i18n } = useTranslation('library')
  const { id, title, description, steps, minutes, lastRunAt, mine } = workshop
  const lastRun =
    lastRunAt === null ? null : new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(lastRunAt)
  return (
    <li className="come-in grid content-between gap-6 rounded-one border border-line bg-raised p-6">
      <div className="grid gap-4">
        <StepStrip steps={steps} />
        <div className="flex items-start justify-between gap-3">
          <h2 className="font-display font-semibold text-title leading-tight">
            <Link to={`/w/${id}`} className="hover:underline">
              {title}
            </Link>
          </h2>
          {mine && <WorkshopMenu workshop={workshop} />}
        </div>
        {description !== null && <p className="line-clamp-3 text-soft">{description}</p>}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-small text-soft">
          {t('steps', { count: steps.length })}
          {minutes > 0 && <> · {t('minutes', { count: minutes })}</>}
          <br />
          {lastRun === null ? t('neverRun') : t('lastRun', { date: lastRun })}
        </p>
        <StartButton workshopId={id} title={title} />
      </div>
    </li>
  )
}
