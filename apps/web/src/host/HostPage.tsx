import { ListOrdered, Presentation, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ConsoleShell } from '../ui/ConsoleShell.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'

/** `/host/:session`: the facilitator's console, while the session is fetched. */
export default function HostPage() {
  const { t } = useTranslation('console')
  useTitle(t('now'))
  return (
    <ConsoleShell
      connection="connecting"
      top={
        <>
          <Mark className="size-8" />
          <Skeleton className="h-7 w-48" />
        </>
      }
      agenda={{ label: t('agenda'), icon: <ListOrdered aria-hidden="true" />, content: <AgendaSkeleton /> }}
      now={{
        label: t('now'),
        icon: <Presentation aria-hidden="true" />,
        content: <Skeleton className="aspect-video w-full" />,
      }}
      people={{
        label: t('people'),
        icon: <Users aria-hidden="true" />,
        count: 0,
        content: <EmptyState title={t('nobodyYet')} hint={t('nobodyYetHint')} />,
      }}
      action={<Skeleton className="h-15 w-full tablet:ml-auto tablet:w-80" />}
    />
  )
}

function AgendaSkeleton() {
  return (
    <div className="grid gap-3">
      <Skeleton className="h-11 w-full" />
      <Skeleton className="h-11 w-full" />
      <Skeleton className="h-11 w-full" />
    </div>
  )
}
