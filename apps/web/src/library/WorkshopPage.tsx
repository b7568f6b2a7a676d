import { useTranslation } from 'react-i18next'

/** Shell. */
export default function WorkshopPage() {
  const { t } = useTranslation('library')
  return <main>{t('title')}</main>
}
