import { Download } from 'lucide-react'
import { useParams } from 'wouter'
import { useRejectionWords } from '../i18n/rejection-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { rejectionOf } from '../live/rejection-of.ts'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { DeskShell } from '../ui/DeskShell.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Media } from './Media.tsx'
import { StartButton } from './StartButton.tsx'
import { StepItem } from './StepItem.tsx'
import { saveFile } from './save-file.ts'

/** `/w/:workshop`: what is in it, step by step. */
export default function WorkshopPage() {
  const { t } = useTranslation('library')
  const words = useRejectionWords()
  const { workshop: id } = useParams<'/w/:workshop'>()
  const { userId } = useIdentity()
  const workshop = trpc.workshops.get.useQuery({ id }, { enabled: userId !== null })
  useTitle(workshop.data?.title ?? t('title'))
  if (workshop.isError) {
    const rejection = rejectionOf(workshop.error)
    return (
      <DeskShell title={t('title')}>
        <ErrorState {...(rejection && { title: words(rejection) })} onRetry={() => void workshop.refetch()} />
      </DeskShell>
    )
  }
  if (workshop.data === undefined) {
    return (
      <DeskShell title={<Skeleton className="h-12 w-72" />}>
        <Skeleton className="h-40 w-full" />
      </DeskShell>
    )
  }
  const { title, description, steps, plan, mine } = workshop.data
  return (
    <DeskShell
      title={title}
      intro={description ?? undefined}
      action={
        <div className="flex flex-wrap gap-3">
          <Button
            icon={<Download aria-hidden="true" className="size-5" />}
            onClick={() => saveFile(`${title}.json`, JSON.stringify(plan, null, 2), 'application/json')}
          >
            {t('saveFile')}
          </Button>
          <StartButton workshopId={id} title={title} />
        </div>
      }
    >
      <ol>
        {plan.nodes.map((node, index) => (
          <StepItem key={node.id} node={node} title={steps[index]?.title ?? ''} number={index + 1} />
        ))}
      </ol>
      {mine && <Media workshopId={id} />}
    </DeskShell>
  )
}
