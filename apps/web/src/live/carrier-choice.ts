import { advance, type CarrierKind, initialTransport, type TransportEvent, type TransportState } from './transport.ts'
import { type Watched, watched } from './watched.ts'

/** Remembers for the browser session until when sockets count as blocked (epoch ms). */
export interface BlockMemory {
  load(): number | null
  save(blockedUntil: number | null): void
}

interface ChoiceNeeds {
  /** Does a plain request reach the server? */
  readonly httpWorks: () => Promise<boolean>
  /** Does a socket open and carry something? */
  readonly socketOpens: () => Promise<boolean>
  readonly memory: BlockMemory
  readonly now: () => number
}

/** Chooses what carries live traffic, from what is reported to it and from what it finds out. */
export interface CarrierChoice extends Watched<CarrierKind> {
  report(type: 'proved' | 'failed' | 'stuck' | 'look_again'): void
}

/** Runs the judgement of `transport.ts`: asks what it wants to know, and looks again in time. */
export function chooseCarrier({ httpWorks, socketOpens, memory, now }: ChoiceNeeds): CarrierChoice {
  let state = initialTransport(memory.load(), now())
  let lookAgain: ReturnType<typeof setTimeout> | undefined
  const kind = watched<CarrierKind>(state.carrier)

  function happened(event: TransportEvent): void {
    const before = state
    state = advance(state, event)
    if (state.question !== null && state.question !== before.question) void ask(state.question)
    if (state.retryAt !== before.retryAt) {
      memory.save(state.retryAt)
      plan()
    }
    kind.set(state.carrier)
  }

  async function ask(question: NonNullable<TransportState['question']>): Promise<void> {
    if (question === 'does_http_work') happened({ type: 'http_answered', works: await httpWorks(), now: now() })
    else happened({ type: 'socket_tried', works: await socketOpens(), now: now() })
  }

  function plan(): void {
    clearTimeout(lookAgain)
    if (state.retryAt === null) return
    lookAgain = setTimeout(() => happened({ type: 'look_again' }), state.retryAt - now())
  }

  plan()
  return { get: kind.get, subscribe: kind.subscribe, report: (type) => happened({ type }) }
}
