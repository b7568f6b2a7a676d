import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { CommandResultSchema } from './command-result.ts'
import { CommandInput, JoinInput, LiveInput, ReceiptsInput, Wish } from './live-calls.ts'
import { LiveMessageSchema } from './live-message.ts'
import { BeatInput } from './router/sessions.ts'
import { wireVersion } from './wire-version.ts'

/** Hash of all that phones and servers say to each other. When it changes, so does `wireVersion`, and then this line. */
const known = { version: 5, hash: 'e11cd6b6f410efa2' }

function wireHash(): string {
  const spoken = {
    live: z.toJSONSchema(LiveMessageSchema),
    result: z.toJSONSchema(CommandResultSchema),
    inputs: [Wish, JoinInput, CommandInput, LiveInput, BeatInput, ReceiptsInput].map((schema) =>
      z.toJSONSchema(schema, { io: 'input' }),
    ),
  }
  return createHash('sha256').update(JSON.stringify(spoken)).digest('hex').slice(0, 16)
}

test('the protocol has not changed without a new version', () => {
  expect({ version: wireVersion, hash: wireHash() }).toEqual(known)
})
