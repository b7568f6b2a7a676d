import { useTranslation } from 'react-i18next'

/** Shell. */
export default function HostPage() {
  const { t } = useTranslation('console')
  return <main>{t('now')}</main>
}
