import { useState } from 'react'
import { useRejectionWords } from '../../i18n/rejection-words.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Commands } from '../../live/use-commands.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useFreshRefusal } from './use-fresh-refusal.ts'

interface MissedAnswerProps {
  readonly commands: Commands
  /** The step that is shown now. */
  readonly nodeId: string
  readonly number: number
}

interface Shown {
  readonly nodeId: string
  readonly number: number
  /** The step before, if its answer may have missed it. */
  readonly missed: string | null
}

/** An answer that waited for the network until its step was over: says so, until the next step comes. */
export function MissedAnswer({ commands, nodeId, number }: MissedAnswerProps) {
  const { t } = useTranslation('phone')
  const words = useRejectionWords()
  const [shown, show] = useState<Shown>({ nodeId, number, missed: null })
  const before = commands.latest(shown.nodeId)
  const isFresh = useFreshRefusal(before)
  if (shown.number !== number) {
    const isOpen = before?.state === 'sending' || before?.state === 'waiting'
    show({ nodeId, number, missed: isOpen || isFresh() ? shown.nodeId : null })
  }
  const rejection = shown.missed === null ? null : (commands.latest(shown.missed)?.rejection ?? null)
  if (rejection === null) return null
  return <Notice tone="refused">{rejection.code === 'step_closed' ? t('missed') : words(rejection)}</Notice>
}
