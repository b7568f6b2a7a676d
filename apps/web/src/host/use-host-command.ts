import type { HumuusCommand } from '@humuus/workshop-engine'
import { useCallback, useRef } from 'react'
import { useRejectionWords } from '../i18n/rejection-words.ts'
import { useCommands } from '../live/use-commands.ts'
import { useToast } from '../ui/use-toast.ts'

/** Sends a facilitator's command; a refusal is said as a toast. Resolves to whether it was accepted. */
export function useHostCommand(sessionId: string): (command: HumuusCommand) => Promise<boolean> {
  const { send } = useCommands(sessionId)
  const { show } = useToast()
  // The function stays the same, so that a long list of people is not drawn anew for it.
  const latest = useRejectionWords()
  const words = useRef(latest)
  words.current = latest
  return useCallback(
    async (command) => {
      const result = await send(command)
      if (!result.ok) show({ text: words.current(result.rejection) })
      return result.ok
    },
    [send, show],
  )
}
