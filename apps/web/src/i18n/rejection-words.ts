import type { Rejection } from '@humuus/workshop-engine'
import { hasText } from './i18n.ts'
import { useTranslation } from './use-translation.ts'

/**
 * Turns a refusal into words in the reader's language. Every code has some (`en/rejections.ts` is typed by the engine's
 * list); a code from a newer server reads as a mistake on our side.
 */
export function useRejectionWords(): (rejection: Rejection) => string {
  const { t } = useTranslation('rejections')
  return ({ code, params }) =>
    hasText(`rejections:${code}`) ? t(code, { max: '', minutes: '', ...params }) : t('server_error')
}
