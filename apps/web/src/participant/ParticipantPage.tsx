import { useTranslation } from 'react-i18next'

/** Shell. */
export default function ParticipantPage() {
  const { t } = useTranslation('phone')
  return <main>{t('youAreIn')}</main>
}
