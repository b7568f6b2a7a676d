import { useFailureWords } from '../account/failure-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { trpc } from '../trpc.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { DeadLetterItem } from './DeadLetterItem.tsx'

/** How often it is looked for new ones, in ms. */
const everyMs = 15_000

/** Jobs that were given up. */
export function DeadLetters() {
  const { t } = useTranslation('ops')
  const words = useFailureWords()
  const letters = trpc.ops.deadLetters.useQuery(undefined, { refetchInterval: everyMs, retry: false })
  return (
    <Section title={t('letters')} hint={t('lettersHint')}>
      {letters.isPending && <Skeleton className="h-16 w-full" />}
      {letters.isError && letters.data === undefined && (
        <ErrorState title={words(letters.error)} onRetry={() => void letters.refetch()} />
      )}
      {letters.data?.length === 0 && <p className="text-soft">{t('noLetters')}</p>}
      <ul className="divide-y divide-line">
        {letters.data?.map((letter) => (
          <DeadLetterItem key={`${letter.queue} ${letter.id}`} letter={letter} />
        ))}
      </ul>
    </Section>
  )
}
