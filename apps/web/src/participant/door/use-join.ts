import type { Rejection } from '@humuus/workshop-engine'
import { useCallback, useState } from 'react'
import { isPending } from '../../live/commands.ts'
import type { Commands } from '../../live/use-commands.ts'
import { rememberName } from '../name/remembered-name.ts'

/** A person's way through the door. */
export interface Joining {
  /** Asks to be let in under this name; a remembered one is offered again next time. */
  join(name: string): void
  /** The name that was asked for last. */
  readonly name: string | null
  readonly busy: boolean
  /** How often it worked; each time is a fresh start. */
  readonly times: number
  /** Why the last try did not work; `null` while trying, or when it did. */
  readonly refusal: Rejection | null
  /** The person has begun to correct what was refused. */
  forget(): void
}

/** Joins through the outbox: sent until there is an answer, counted once. */
export function useJoin(commands: Commands): Joining {
  const [name, setName] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [times, setTimes] = useState(0)
  const [refusal, setRefusal] = useState<Rejection | null>(null)
  const { join: send } = commands
  // Asked for by the page before this one, which did not live to hear the answer.
  const found = commands.all.findLast(({ isFound, command }) => isFound && command.type === 'join')
  const join = useCallback(
    async (wanted: string) => {
      setName(wanted)
      setBusy(true)
      const result = await send(wanted)
      setBusy(false)
      setRefusal(result.ok ? null : result.rejection)
      if (!result.ok) return
      rememberName(wanted.trim())
      setTimes((count) => count + 1)
    },
    [send],
  )
  return {
    join,
    name,
    busy: busy || (found !== undefined && isPending(found)),
    times: times + (found?.state === 'saved' ? 1 : 0),
    refusal,
    forget: () => setRefusal(null),
  }
}
