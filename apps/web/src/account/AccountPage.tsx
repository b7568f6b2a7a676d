import { useTranslation } from 'react-i18next'

/** Shell. */
export default function AccountPage() {
  const { t } = useTranslation('account')
  return <main>{t('title')}</main>
}
