import { type Rejection, rejectionCodes } from '@humuus/workshop-engine'
import { z } from 'zod'

/** Answer to a command: the version at which it is in the log, or why it is not. */
export type CommandResult =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly rejection: Rejection }

/** Schema of the same, for the protocol's hash. */
export const CommandResultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), version: z.int() }),
  z.object({
    ok: z.literal(false),
    rejection: z.object({
      code: z.enum(rejectionCodes),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  }),
])
