import { useTranslation } from '../i18n/use-translation.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Row, Specimen } from './Specimen.tsx'

const written = `## Humus
Dark, *crumbly*, **alive**. See [the field guide](https://example.org) or \`pH 6.5\`.

> A table wider than a phone scrolls in its own frame.

| layer | depth | colour | who lives there | how long it takes |
|---|---|---|---|---|
| litter | 0–2 cm | brown | springtails, mites | one autumn |
| humus | 2–20 cm | black | worms, fungi, roots | a hundred years |

- [x] leaves
- [ ] patience

1. wait
2. turn
3. wait

<b>HTML stays text.</b>`

/** Written text, codes to scan, and the states every page has. */
export function States() {
  const { t } = useTranslation(['styles', 'console', 'library', 'common'])
  return (
    <>
      <Specimen title={t('markdown')}>
        <Markdown text={written} className="max-w-2xl" />
        <Markdown text={t('sampleLine')} />
      </Specimen>
      <Specimen title={t('sections')}>
        <Section title={t('name')} hint={t('sectionHint')}>
          <Button>{t('press')}</Button>
        </Section>
      </Specimen>
      <Specimen title={t('join')}>
        <Row>
          <QrCode
            text="https://humuus.example/s/482913"
            label={t('common:joinQr', { code: '482913' })}
            className="size-48 border border-line"
          />
        </Row>
      </Specimen>
      <Specimen title={t('states')}>
        <div className="grid gap-6 tablet:grid-cols-3">
          <EmptyState
            title={t('library:empty')}
            hint={t('library:emptyHint')}
            action={<Button tone="primary">{t('library:importFile')}</Button>}
          />
          <div className="grid content-start gap-4 px-4 py-12">
            <Skeleton className="h-9 w-3/4" />
            <Skeleton className="h-5 w-full" />
            <Skeleton className="h-5 w-5/6" />
            <Skeleton className="h-12 w-40" />
          </div>
          <ErrorState onRetry={() => {}} />
        </div>
      </Specimen>
    </>
  )
}
