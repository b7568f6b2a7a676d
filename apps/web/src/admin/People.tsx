import { useDeferredValue, useState } from 'react'
import { useFailureWords } from '../account/failure-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { trpc } from '../trpc.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { PersonItem } from './PersonItem.tsx'

/** Who has an address or a role here. */
export function People() {
  const { t } = useTranslation('admin')
  const words = useFailureWords()
  const [typed, type] = useState('')
  const search = useDeferredValue(typed.trim())
  const people = trpc.admin.people.useQuery({ search }, { placeholderData: (before) => before })
  return (
    <Section title={t('people')} hint={t('peopleHint')}>
      <TextField label={t('search')} type="search" value={typed} onChange={(value) => type(value.slice(0, 200))} />
      {people.isPending && <Skeleton className="h-32 w-full" />}
      {people.isError && <ErrorState title={words(people.error)} onRetry={() => void people.refetch()} />}
      {people.data?.length === 0 && (
        <p role="status" className="py-4 text-soft">
          {search === '' ? t('nobody') : t('nobodyFound')}
        </p>
      )}
      <ul className="divide-y divide-line">
        {people.data?.map((person) => (
          <PersonItem key={person.userId} person={person} />
        ))}
      </ul>
    </Section>
  )
}
