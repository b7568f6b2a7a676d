import { useState } from 'react'
import { useRejectionWords } from '../../i18n/rejection-words.ts'
import type { Commands } from '../../live/use-commands.ts'
import { Notice } from '../../ui/Notice.tsx'

interface MissedAnswerProps {
  readonly commands: Commands
  /** The step that is shown now. */
  readonly nodeId: string
  readonly number: number
}

/** An answer that waited for the network until its step was over: says so, until the next step comes. */
export function MissedAnswer({ commands, nodeId, number }: MissedAnswerProps) {
  const words = useRejectionWords()
  const [late, setLate] = useState<{ readonly nodeId: string; readonly number: number } | null>(null)
  const waiting = commands.pending.find(({ command }) => command.type === 'act' && command.nodeId !== nodeId)?.command
  if (waiting?.type === 'act' && (late?.nodeId !== waiting.nodeId || late.number !== number)) {
    setLate({ nodeId: waiting.nodeId, number })
  }
  if (late === null || late.number !== number) return null
  const rejection = commands.latest(late.nodeId)?.rejection ?? null
  return rejection === null ? null : <Notice tone="refused">{words(rejection)}</Notice>
}
