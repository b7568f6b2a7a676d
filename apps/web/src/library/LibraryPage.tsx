import { useTranslation } from 'react-i18next'
import { DeskShell } from '../ui/DeskShell.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useTitle } from '../ui/use-title.ts'

/** `/library`: the workshops one can host; none yet. */
export default function LibraryPage() {
  const { t } = useTranslation('library')
  useTitle(t('title'))
  return (
    <DeskShell title={t('title')} intro={t('intro')}>
      <EmptyState title={t('empty')} hint={t('emptyHint')} />
    </DeskShell>
  )
}
