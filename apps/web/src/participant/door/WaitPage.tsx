import { useTranslation } from '../../i18n/use-translation.ts'
import { useConnection } from '../../live/use-connection.ts'
import { PhoneShell } from '../../ui/PhoneShell.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Wordmark } from '../../ui/Wordmark.tsx'

/** The session is on its way: the outline of what comes, and words for who does not see it. */
export function WaitPage() {
  const { t } = useTranslation('join')
  const { connection, pending } = useConnection()
  return (
    <PhoneShell connection={connection} pending={pending} top={<Wordmark />}>
      <div aria-busy="true" className="grid gap-4">
        <p role="status" className="sr-only">
          {t('lookingUp')}
        </p>
        <Skeleton className="h-6 w-3/4" />
        <Skeleton className="mt-6 h-10 w-full" />
        <Skeleton className="h-10 w-1/2" />
        <Skeleton className="mt-4 h-15 w-full" />
      </div>
    </PhoneShell>
  )
}
