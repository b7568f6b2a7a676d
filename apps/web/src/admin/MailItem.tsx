import { Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useFailureWords } from '../account/failure-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { RouterOutputs } from '../live/outputs.ts'
import { trpc } from '../trpc.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useToast } from '../ui/use-toast.ts'
import { CopyText } from './CopyText.tsx'

type Mail = RouterOutputs['admin']['mails'][number]

const tones = {
  waiting: 'quiet',
  sent: 'accent',
  failed: 'danger',
  kept: 'solid',
} as const satisfies Record<Mail['status'], string>

/** One mail: to whom, about what, what became of it, and its text while there is one. */
export function MailItem({ mail }: { readonly mail: Mail }) {
  const { t, i18n } = useTranslation('admin')
  const words = useFailureWords()
  const { show } = useToast()
  const id = useId()
  const [isOpen, open] = useState(false)
  const queries = trpc.useUtils()
  const remove = trpc.admin.removeMail.useMutation({
    onSuccess: () => void show({ text: t('mailRemoved') }),
    onError: (error) => void show({ text: words(error) }),
    onSettled: () => queries.admin.mails.invalidate(),
  })
  const { recipient, subject, status, text, trouble, attempts, createdAt } = mail
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(createdAt)
  return (
    <li className="grid gap-3 py-4 first:pt-0">
      <div className="flex items-start gap-3">
        <span className="min-w-0 flex-1">
          <span className="block break-words font-semibold">{subject}</span>
          <span className="block break-words text-small text-soft">
            {recipient} · {date}
          </span>
        </span>
        <Badge tone={tones[status]}>{t(`mail_${status}`)}</Badge>
        <IconButton
          label={t('removeMail')}
          className="-mt-2.5"
          icon={<Trash2 aria-hidden="true" className="size-5" />}
          onClick={() => remove.mutate({ mailId: mail.id })}
        />
      </div>
      {trouble !== null && (
        <p className="text-small text-danger">
          {t('attempts', { count: attempts })}: {trouble}
        </p>
      )}
      {text !== null && (
        <Button
          size="small"
          className="justify-self-start"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => open(!isOpen)}
        >
          {isOpen ? t('hide') : t('read')}
        </Button>
      )}
      {text !== null && (
        <div id={id} hidden={!isOpen}>
          <CopyText text={text} />
        </div>
      )}
    </li>
  )
}
