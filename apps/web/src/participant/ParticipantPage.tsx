import { useTranslation } from 'react-i18next'
import { PhoneShell } from '../ui/PhoneShell.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Wordmark } from '../ui/Wordmark.tsx'

/** `/s/:code`: the phone of a participant, while the session is looked up. */
export default function ParticipantPage() {
  const { t } = useTranslation(['join', 'phone'])
  useTitle(t('title'))
  return (
    <PhoneShell top={<Wordmark />} connection="connecting">
      <div className="grid gap-4" aria-busy="true">
        <p role="status" className="text-soft">
          {t('lookingUp')}
        </p>
        <Skeleton className="h-10 w-3/4" />
        <Skeleton className="h-15 w-full" />
      </div>
    </PhoneShell>
  )
}
