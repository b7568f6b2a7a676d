import { useFailureWords } from '../account/failure-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { trpc } from '../trpc.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { MailItem } from './MailItem.tsx'

/** Mails that wait, failed, or are kept to be passed on by hand. */
export function Mails() {
  const { t } = useTranslation('admin')
  const words = useFailureWords()
  const mails = trpc.admin.mails.useQuery()
  return (
    <Section title={t('mails')} hint={t('mailsHint')}>
      {mails.isPending && <Skeleton className="h-32 w-full" />}
      {mails.isError && <ErrorState title={words(mails.error)} onRetry={() => void mails.refetch()} />}
      {mails.data?.length === 0 && <p className="text-soft">{t('noMails')}</p>}
      <ul className="divide-y divide-line">
        {mails.data?.map((mail) => (
          <MailItem key={mail.id} mail={mail} />
        ))}
      </ul>
    </Section>
  )
}
