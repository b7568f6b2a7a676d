import type { AppRouter, CommandResult } from '@humuus/api'
import type { TRPCClient } from '@trpc/client'
import type { Wish } from './outbox.ts'

/** Takes a wish to the server once; rejects when that fails or `signal` aborts. */
export type Deliver = (wish: Wish, signal: AbortSignal) => Promise<CommandResult>

/** Joining and leaving have calls of their own; everything else is a command. */
export function deliverWith({ sessions }: TRPCClient<AppRouter>): Deliver {
  return ({ sessionId, commandId, command, givenAt }, signal) => {
    if (command.type === 'join') return sessions.join.mutate({ sessionId, commandId, name: command.name }, { signal })
    if (command.type === 'leave') return sessions.leave.mutate({ sessionId, commandId }, { signal })
    const given = givenAt === undefined ? {} : { givenAt }
    return sessions.command.mutate({ sessionId, commandId, command, ...given }, { signal })
  }
}
