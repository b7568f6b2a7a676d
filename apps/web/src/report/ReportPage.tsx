import { useTranslation } from 'react-i18next'

/** Shell. */
export default function ReportPage() {
  const { t } = useTranslation('report')
  return <main>{t('title')}</main>
}
