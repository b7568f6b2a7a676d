import { type Watched, watched } from './watched.ts'

/** Why a reload would cost somebody something: a step is open, or there are words that were not sent. */
export type Hold = 'step' | 'draft'

/** A page that speaks an old protocol is fetched anew, but not while somebody would lose by it. `true`: it waits for that. */
export interface NewerPage extends Watched<boolean> {
  /** The server asks for a newer page. */
  needed(): void
  /** Holds the reload back until the returned function is called. */
  hold(why: Hold): () => void
  /** The person does not want to wait. */
  now(): void
}

/** Reloads at once, unless something is unsent while a step is open: then when it is sent, or the step is over. */
export function newerPage(pending: Watched<number>, reload: () => void): NewerPage {
  const isWaiting = watched(false)
  const holds = { step: 0, draft: 0 } satisfies Record<Hold, number>
  let isNeeded = false

  function look(): void {
    if (!isNeeded) return
    const costs = holds.step > 0 && (pending.get() > 0 || holds.draft > 0)
    isWaiting.set(costs)
    if (!costs) go()
  }

  function go(): void {
    isNeeded = false
    isWaiting.set(false)
    reload()
  }

  pending.subscribe(look)
  return {
    get: isWaiting.get,
    subscribe: isWaiting.subscribe,
    needed() {
      isNeeded = true
      look()
    },
    hold(why) {
      holds[why]++
      return () => {
        holds[why]--
        look()
      }
    },
    now: go,
  }
}
