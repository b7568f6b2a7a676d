import { useTranslation } from 'react-i18next'

/** Shell. */
export default function LibraryPage() {
  const { t } = useTranslation('library')
  return <main>{t('title')}</main>
}
