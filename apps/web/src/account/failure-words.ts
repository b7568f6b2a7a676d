import type { AccountRejection, ApiRejection, FileRejection } from '@humuus/api'
import { hasText } from '../i18n/i18n.ts'
import { useRejectionWords } from '../i18n/rejection-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { refusalOf } from '../live/rejection-of.ts'

/** Turns what went wrong with a wish about accounts into words: a refusal, or that the server cannot be reached. */
export function useFailureWords(): (error: unknown) => string {
  const { t } = useTranslation(['refusals', 'errors'])
  const rejectionWords = useRejectionWords()
  return (error) => {
    const refusal = refusalOf(error)
    // Wishes about accounts are made once: nobody goes on trying.
    if (refusal === null || refusal.code === 'unavailable')
      return `${t('errors:cannotReach')} ${t('errors:perhapsLost')}`
    if (isAboutAccounts(refusal)) return t(refusal.code, { min: '', max: '', ...refusal.params })
    // A refusal about files has no place here.
    return rejectionWords(isAboutFiles(refusal) ? { code: 'server_error' } : refusal)
  }
}

const isAboutAccounts = (refusal: ApiRejection): refusal is AccountRejection => hasText(`refusals:${refusal.code}`)

const isAboutFiles = (refusal: ApiRejection): refusal is FileRejection => refusal.code.startsWith('file_')
