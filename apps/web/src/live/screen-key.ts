import type { AppRouter } from '@humuus/api'
import { screenKeyName } from '@humuus/api/wire'
import type { Operation, OperationContext, TRPCLink } from '@trpc/client'

const contextKey = 'screenKey'

/**
 * The same operation with the key of a screen taken out of its input: over HTTP an input is part of the address, and what is
 * in an address ends up in logs. `screenKeyHeader` puts it where it is read instead.
 */
export function screenKeyApart(op: Operation): Operation {
  const { input } = op
  if (typeof input !== 'object' || input === null || !('screenKey' in input)) return op
  const { screenKey, ...rest } = input
  return { ...op, input: rest, context: { ...op.context, [contextKey]: screenKey } }
}

/** The header for operations that came through `screenKeyApart`; empty for all others. */
export function screenKeyHeader(contexts: readonly OperationContext[]): Record<string, string> {
  const key = contexts.map((context) => context[contextKey]).find((value) => typeof value === 'string')
  return typeof key === 'string' ? { [screenKeyName]: key } : {}
}

/** `screenKeyApart` as a link. */
export const screenKeyLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    next(screenKeyApart(op))
