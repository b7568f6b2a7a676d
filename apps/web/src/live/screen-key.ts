import type { AppRouter } from '@humuus/api'
import { screenKeyApart } from '@humuus/api/wire'
import type { Operation, OperationContext, TRPCLink } from '@trpc/client'

const contextKey = 'screenKey'

/** The same operation with the key of a screen in its context, from where `screenKeyHeader` takes it. */
export function withoutScreenKey(op: Operation): Operation {
  const { input, headers } = screenKeyApart(op.input)
  return input === op.input ? op : { ...op, input, context: { ...op.context, [contextKey]: headers } }
}

/** The header for operations that came through `withoutScreenKey`; empty for all others. */
export const screenKeyHeader = (contexts: readonly OperationContext[]): Record<string, string> =>
  Object.assign({}, ...contexts.map((context) => context[contextKey]))

/** `withoutScreenKey` as a link. */
export const screenKeyLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    next(withoutScreenKey(op))
