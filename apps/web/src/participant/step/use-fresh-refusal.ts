import { useEffect, useRef } from 'react'
import type { TrackedCommand } from '../../live/commands.ts'

/** Longer than that, and the person has read it. */
const readWithinMs = 3_000

/** Whether a command was refused only just now, when asked. */
export function useFreshRefusal(command: TrackedCommand | null): () => boolean {
  const refused = command?.state === 'refused' ? command.commandId : null
  const since = useRef<{ readonly id: string; readonly at: number } | null>(null)
  useEffect(() => {
    if (refused !== null && since.current?.id !== refused) since.current = { id: refused, at: Date.now() }
  }, [refused])
  return () => refused !== null && (since.current?.id !== refused || Date.now() - since.current.at < readWithinMs)
}
