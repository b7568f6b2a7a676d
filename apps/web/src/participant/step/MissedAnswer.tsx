import type { Rejection } from '@humuus/workshop-engine'
import { useRejectionWords } from '../../i18n/rejection-words.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Says that an answer came too late for its step, or why else it was not taken. */
export function MissedAnswer({ rejection }: { readonly rejection: Rejection | null }) {
  const { t } = useTranslation('phone')
  const words = useRejectionWords()
  if (rejection === null) return null
  const isLate = rejection.code === 'step_closed' || rejection.code === 'session_over'
  return <Notice tone="refused">{isLate ? t('missed') : words(rejection)}</Notice>
}
