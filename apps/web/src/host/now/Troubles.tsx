import { useTranslation } from '../../i18n/use-translation.ts'
import { trpc } from '../../trpc.ts'
import { Notice } from '../../ui/Notice.tsx'

const everyMs = 5_000

const tones = { database: 'refused', storage: 'refused', clocks: 'info', bus: 'info' } as const

/** What does not work on the server just now, and what that means for the people in the room. Nothing where all is well. */
export function Troubles() {
  const { t } = useTranslation('console')
  const { data = [] } = trpc.sessions.trouble.useQuery(undefined, { refetchInterval: everyMs, retry: false })
  if (data.length === 0) return null
  return (
    <div className="mb-6 grid gap-3">
      {data.map((trouble) => (
        <Notice key={trouble} tone={tones[trouble]}>
          {t(`trouble_${trouble}`)}
        </Notice>
      ))}
    </div>
  )
}
