import type { CommandResult } from '@humuus/api'
import type { Rejection } from '@humuus/workshop-engine'
import type { Backoff } from './backoff.ts'
import type { Line } from './carrier.ts'
import type { Deliver } from './deliver.ts'
import type { Wish } from './outbox.ts'
import type { PageSignals } from './page-signals.ts'
import { pause } from './pause.ts'
import { rejectionOf } from './rejection-of.ts'
import type { Watched } from './watched.ts'

export interface DeliveryNeeds {
  readonly deliver: Deliver
  readonly line: Watched<Line>
  readonly signals: PageSignals
  readonly backoff: Backoff
  /** An attempt without an answer is given up after this long; a lost connection is waited for no longer. */
  readonly answerMs: number
}

/** A command that makes the server stumble is not sent for ever: it would hold up those behind it. */
const stumbles = 3

/** Takes a wish to the server as often as needed. Losing the connection is no answer, nor is `unavailable`. Never rejects. */
export async function untilAnswered(wish: Wish, needs: DeliveryNeeds): Promise<CommandResult> {
  let stumbled = 0
  for (let attempt = 0; ; attempt++) {
    await hasLine(needs)
    const answer = await once(wish, needs)
    if (answer.ok) return answer
    const { rejection } = answer
    if (rejection?.code === 'server_error') stumbled++
    if (rejection !== null && isFinal(rejection, stumbled)) return { ok: false, rejection }
    await pause(needs.backoff(attempt), needs.signals)
  }
}

function isFinal({ code }: Rejection, stumbled: number): boolean {
  if (code === 'server_error') return stumbled >= stumbles
  return code !== 'unavailable'
}

type Attempt =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly rejection: Rejection | null }

/** `rejection: null`: nobody answered. */
async function once(wish: Wish, { deliver, answerMs }: DeliveryNeeds): Promise<Attempt> {
  try {
    return await deliver(wish, AbortSignal.timeout(answerMs))
  } catch (error) {
    return { ok: false, rejection: rejectionOf(error) }
  }
}

/** A line that is down comes back by itself; still, after a while it is worth a try. */
function hasLine({ line, answerMs }: DeliveryNeeds): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const look = () => {
      if (line.get() !== 'down') end()
    }
    const timer = setTimeout(end, answerMs)
    const stop = line.subscribe(look)
    look()
  })
}
