import type { ApiRejection, FileRejection } from '@humuus/api'
import type { Rejection } from '@humuus/workshop-engine'
import { hasText } from '../i18n/i18n.ts'
import { useRejectionWords } from '../i18n/rejection-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'

/** Turns a refusal into words, also one about a file. */
export function useFileRefusalWords(): (rejection: ApiRejection) => string {
  const { t } = useTranslation('fileRefusals')
  const rejectionWords = useRejectionWords()
  return (rejection) =>
    isAboutFiles(rejection)
      ? t(rejection.code, { max: '', ...rejection.params })
      : rejectionWords(rejection as Rejection)
}

/** What a step says of a file is a code alone. */
export const refusalOfCode = (code: string): ApiRejection => ({ code }) as ApiRejection

const isAboutFiles = (rejection: ApiRejection): rejection is FileRejection => hasText(`fileRefusals:${rejection.code}`)
