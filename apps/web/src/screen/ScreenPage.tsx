import { useTranslation } from 'react-i18next'

/** Shell. */
export default function ScreenPage() {
  const { t } = useTranslation('screen')
  return <main>{t('waiting')}</main>
}
