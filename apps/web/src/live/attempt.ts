import type { CommandResult } from '@humuus/api'
import type { RejectionCode } from '@humuus/workshop-engine'
import type { Deliver } from './deliver.ts'
import { mayPass } from './may-pass.ts'
import type { Wish } from './outbox.ts'
import { rejectionOf } from './rejection-of.ts'

/** What one attempt to send a wish came to. `stumbled`: the server made a mistake over it. `open`: it has to be sent again. */
export type Attempt = CommandResult | 'stumbled' | 'open'

/** The page, or its sign-in, is to blame, not the wish: it is kept for the page that comes next. */
const notItsFault: readonly RejectionCode[] = ['outdated_client', 'signed_out', 'two_identities']

/** Sends a wish once. Losing the connection is no answer, nor is a refusal that may pass. Never rejects. */
export async function attempt(wish: Wish, deliver: Deliver, answerMs: number): Promise<Attempt> {
  const result = await once(wish, deliver, answerMs)
  if (result === null || result.ok) return result ?? 'open'
  const { rejection } = result
  if (rejection.code === 'server_error') return 'stumbled'
  return mayPass(rejection) || notItsFault.includes(rejection.code) ? 'open' : result
}

/** `null`: nobody answered. */
async function once(wish: Wish, deliver: Deliver, answerMs: number): Promise<CommandResult | null> {
  try {
    return await deliver(wish, AbortSignal.timeout(answerMs))
  } catch (error) {
    const rejection = rejectionOf(error)
    return rejection === null ? null : { ok: false, rejection }
  }
}
