import { useTranslation } from '../i18n/use-translation.ts'
import { Section } from '../ui/Section.tsx'
import type { Overview } from './totals.ts'
import { useFigures } from './use-figures.ts'

/** What is used, and what is left. */
export function Storage({ storage }: { readonly storage: Overview['storage'] }) {
  const { t } = useTranslation('ops')
  const { bytes } = useFigures()
  const { databaseBytes, files, diskFreeBytes } = storage
  const rows = [
    [t('database'), bytes(databaseBytes)],
    [t('files', { count: files?.count ?? 0 }), bytes(files?.bytes ?? null)],
    [t('disk'), diskFreeBytes === null ? t('notOurs') : bytes(diskFreeBytes)],
  ] as const
  return (
    <Section title={t('storage')} hint={t('storageHint')}>
      <dl className="divide-y divide-line">
        {rows.map(([what, figure]) => (
          <div key={what} className="flex items-baseline justify-between gap-4 py-3 first:pt-0">
            <dt>{what}</dt>
            <dd className="figures font-semibold">{figure}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
