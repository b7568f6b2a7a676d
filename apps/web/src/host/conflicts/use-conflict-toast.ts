import { useEffect, useRef } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useToast } from '../../ui/use-toast.ts'
import type { HostView } from '../console-state.ts'

/** Says that something waits for a decision, also to whoever looks at another pane; it goes when all is decided. */
export function useConflictToast({ conflicts }: Pick<HostView, 'conflicts'>): void {
  const { t } = useTranslation('console')
  const { show, close } = useToast()
  const shown = useRef<string | null>(null)
  const newest = conflicts.at(-1)?.id ?? null
  const words = t('decisionWaits')
  useEffect(() => {
    if (shown.current !== null) close(shown.current)
    shown.current = newest === null ? null : show({ text: words, stays: 0 })
  }, [newest, words, show, close])
}
