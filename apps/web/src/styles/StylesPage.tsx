import { useTranslation } from 'react-i18next'

/** Shell. */
export default function StylesPage() {
  const { t } = useTranslation('styles')
  return <main>{t('title')}</main>
}
