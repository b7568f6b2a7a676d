import { z } from 'zod'
import type { JobKind } from './job-kind.ts'
import { soonAgain } from './retry.ts'

/** The time of a session's step runs out at `deadline`, epoch ms. */
export const NodeTimer = z.strictObject({ sessionId: z.uuid(), deadline: z.int().nonnegative() })
export type NodeTimer = z.output<typeof NodeTimer>

/** When it is due, the worker asks the server to look at the session's clock. Late, twice or needless: harmless. */
export const nodeTimer = {
  queue: 'node-timers',
  payload: NodeTimer,
  id: ({ sessionId, deadline }) => `${sessionId}.${deadline}`,
  due: ({ deadline }) => deadline,
  retry: soonAgain,
  concurrency: 32,
  lockMs: 10_000,
} satisfies JobKind<NodeTimer>
