import { z } from 'zod'

const Delta = z.array(z.json()).nullable()

/** Schema of what a subscriber is sent (see `wire.ts` for the types the client uses). */
export const LiveMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snapshot'), version: z.int(), shared: z.json(), own: z.json() }),
  z.object({ kind: z.literal('delta'), from: z.int(), version: z.int(), shared: Delta, own: Delta }),
])
