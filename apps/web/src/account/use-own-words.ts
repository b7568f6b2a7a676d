import { useTranslation } from '../i18n/use-translation.ts'
import { refusalOf } from '../live/rejection-of.ts'
import { useFailureWords } from './failure-words.ts'

/** The same words as elsewhere, but for a wrong password of somebody whom we know. */
export function useOwnWords(): (error: unknown) => string {
  const { t } = useTranslation('account')
  const words = useFailureWords()
  return (error) => (refusalOf(error)?.code === 'wrong_password' ? t('wrongPassword') : words(error))
}
