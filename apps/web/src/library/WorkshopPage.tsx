import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useRejectionWords } from '../i18n/rejection-words.ts'
import { useIdentity } from '../identity/use-identity.ts'
import { rejectionOf } from '../live/rejection-of.ts'
import { NodeIcon } from '../nodes/NodeIcon.tsx'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { DeskShell } from '../ui/DeskShell.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'
import { StartButton } from './StartButton.tsx'
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
  const { title, description, steps, plan } = workshop.data
  return (
    <DeskShell
      title={title}
      intro={description ?? undefined}
      action={
        <div className="flex flex-wrap gap-3">
          <Button
            icon={<Download />}
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
          <li key={node.id} className="grid grid-cols-[2.5rem_1fr] gap-4 border-line border-t py-5">
            <span className="grid size-10 place-items-center rounded-one bg-sunk text-soft">
              <NodeIcon type={node.type} className="size-5" />
            </span>
            <div className="grid gap-2">
              <h2 className="font-semibold text-lead">
                <span className="figures text-soft">{index + 1}.</span> {steps[index]?.title}
                {node.minutes !== undefined && (
                  <span className="font-normal text-small text-soft"> · {t('minutes', { count: node.minutes })}</span>
                )}
              </h2>
              {node.notes !== undefined && (
                <div className="text-soft">
                  <Markdown text={node.notes} />
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
    </DeskShell>
  )
}
