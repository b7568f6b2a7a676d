import type { CommandResult } from '@humuus/api'
import type { HumuusCommand } from '@humuus/workshop-engine'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { isPending, type PendingCommand, type TrackedCommand } from './commands.ts'
import { useLiveClient } from './live-context.ts'

/** What a page does in a session. The functions stay the same while the session does. */
export interface Commands {
  /** Resolves to the server's answer, however long that takes; never rejects. */
  send(command: HumuusCommand): Promise<CommandResult>
  join(name: string): Promise<CommandResult>
  leave(): Promise<CommandResult>
  /** Without an answer yet, oldest first. */
  readonly pending: readonly PendingCommand[]
  /** The newest `act` at a step, in whatever state; `null`: none that this page knows of. */
  latest(nodeId: string): TrackedCommand | null
  /** Without an answer, and the last ones that got theirs; oldest first. */
  readonly all: readonly TrackedCommand[]
}

/** Commands of this session: sent in order, kept until answered, counted once. */
export function useCommands(sessionId: string): Commands {
  const { commands, clock } = useLiveClient()
  const queue = commands.of(sessionId)
  // Whoever is going to answer needs the time for it.
  useEffect(() => void clock.ensure(), [clock])
  const tracked = useSyncExternalStore(queue.subscribe, queue.get)
  const ways = useMemo(
    () => ({
      send: queue.send,
      join: (name: string) => queue.send({ type: 'join', name }),
      leave: () => queue.send({ type: 'leave' }),
    }),
    [queue],
  )
  return useMemo(
    () => ({
      ...ways,
      pending: tracked.filter(isPending),
      all: tracked,
      latest: (nodeId) =>
        tracked.findLast(({ command }) => command.type === 'act' && command.nodeId === nodeId) ?? null,
    }),
    [ways, tracked],
  )
}
