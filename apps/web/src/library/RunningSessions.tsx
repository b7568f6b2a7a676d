import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { trpc } from '../trpc.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { spacedCode } from '../ui/code-in-text.ts'

/** Past sessions listed at most. */
const pastShown = 6

const isOver = (status: string) => status === 'completed' || status === 'ended'

/** What one has open, and what one has run: back to the console, or to the report. */
export function RunningSessions() {
  const { t, i18n } = useTranslation('library')
  const { userId } = useIdentity()
  const { data = [] } = trpc.sessions.mine.useQuery(undefined, { enabled: userId !== null })
  const shown = [
    ...data.filter(({ status }) => !isOver(status)),
    ...data.filter(({ status }) => isOver(status)).slice(0, pastShown),
  ]
  if (shown.length === 0) return null
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section className="mb-12">
      <h2 className="mb-3 font-display font-semibold text-lead">{t('sessions')}</h2>
      <ul>
        {shown.map(({ sessionId, title, code, status, createdAt }) => (
          <li key={sessionId} className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-3">
            <span>
              <span className="block font-semibold">{title}</span>
              <span className="text-small text-soft">
                {isOver(status) ? (
                  date.format(createdAt)
                ) : (
                  <>
                    {t('running')} · <span className="figures">{spacedCode(code)}</span>
                  </>
                )}
              </span>
            </span>
            {isOver(status) ? (
              <ButtonLink to={`/report/${sessionId}`}>{t('report')}</ButtonLink>
            ) : (
              <ButtonLink to={`/host/${sessionId}`} tone="primary">
                {t('resume')}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
