import { RotateCw, Trash2 } from 'lucide-react'
import { useFailureWords } from '../account/failure-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { RouterOutputs } from '../live/outputs.ts'
import { trpc } from '../trpc.ts'
import { Button } from '../ui/Button.tsx'
import { useToast } from '../ui/use-toast.ts'
import { useFigures } from './use-figures.ts'

type Letter = RouterOutputs['ops']['deadLetters'][number]

/** One job that was given up: what it was about, why it failed, and what to do with it. */
export function DeadLetterItem({ letter }: { readonly letter: Letter }) {
  const { t } = useTranslation('ops')
  const { moment } = useFigures()
  const words = useFailureWords()
  const { show } = useToast()
  const queries = trpc.useUtils()
  const refresh = () => Promise.all([queries.ops.deadLetters.invalidate(), queries.ops.overview.invalidate()])
  const said = {
    onError: (error: unknown) => void show({ text: words(error) }),
    onSettled: refresh,
  }
  const retry = trpc.ops.retryJob.useMutation({
    ...said,
    onSuccess: ({ retried }) => void show({ text: t(retried ? 'retried' : 'gone') }),
  })
  const discard = trpc.ops.discardJob.useMutation({
    ...said,
    onSuccess: ({ discarded }) => void show({ text: t(discarded ? 'discarded' : 'gone') }),
  })
  const { queue, id, payload, reason, failedAt, attempts } = letter
  const isBusy = retry.isPending || discard.isPending
  return (
    <li className="grid gap-3 py-4 first:pt-0">
      <div>
        <span className="block font-semibold">{queue}</span>
        <span className="block text-small text-soft">
          {moment(failedAt)} · {t('attempts', { count: attempts })}
        </span>
      </div>
      {payload !== null && (
        <ul className="grid gap-0.5 break-all font-mono text-small text-soft">
          {Object.entries(payload).map(([key, value]) => (
            <li key={key}>
              {key}: {value}
            </li>
          ))}
        </ul>
      )}
      <p className="break-words text-small text-danger">{reason}</p>
      <div className="flex flex-wrap gap-3">
        <Button
          size="small"
          busy={retry.isPending}
          disabled={isBusy}
          icon={<RotateCw aria-hidden="true" className="size-5" />}
          onClick={() => retry.mutate({ queue, jobId: id })}
        >
          {t('retry')}
        </Button>
        <Button
          size="small"
          busy={discard.isPending}
          disabled={isBusy}
          icon={<Trash2 aria-hidden="true" className="size-5" />}
          onClick={() => discard.mutate({ queue, jobId: id })}
        >
          {t('discard')}
        </Button>
      </div>
    </li>
  )
}
