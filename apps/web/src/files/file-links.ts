import type { Backoff } from '../live/backoff.ts'
import type { RouterOutputs } from '../live/outputs.ts'

type Answer = RouterOutputs['files']['links']

/** Addresses of the forms of a file. */
export type FileLink = Omit<Answer['links'][number], 'id'>

/** `gone`: it was removed, or its time was over. */
export type LinkState =
  | { readonly is: 'loading' }
  | { readonly is: 'there'; readonly link: FileLink }
  | { readonly is: 'gone' }

/** Addresses of files, asked for in batches and kept as long as they are good. */
export interface FileLinks {
  get(fileId: string): LinkState
  /** Asks for it unless it is known, until the returned function is called. */
  want(fileId: string): () => void
  /** Its address did not work: asks once more. */
  renew(fileId: string): void
  subscribe(listener: () => void): () => void
}

interface LinkNeeds {
  readonly ask: (ids: readonly string[]) => Promise<Answer>
  /** Epoch ms on the server's clock. */
  readonly now: () => number
  readonly backoff: Backoff
}

/** What is wanted within this many ms is asked for at once. */
const gatherMs = 30
/** As many as the server answers at once. */
const mostAtOnce = 100
/** Addresses are asked for anew so long before they end, in ms. */
const aheadMs = 60_000

const loading: LinkState = { is: 'loading' }
const gone: LinkState = { is: 'gone' }

interface Known {
  state: LinkState
  /** Epoch ms; until then nobody asks again. */
  until: number
}

export function createFileLinks({ ask, now, backoff }: LinkNeeds): FileLinks {
  const known = new Map<string, Known>()
  const wanted = new Map<string, number>()
  const listeners = new Set<() => void>()
  let asking = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0

  const isDue = (id: string): boolean => (known.get(id)?.until ?? 0) <= now()

  function soon(ms: number): void {
    if (asking) return
    clearTimeout(timer)
    timer = setTimeout(() => void round(), ms)
  }

  async function round(): Promise<void> {
    const ids = [...wanted.keys()].filter(isDue).slice(0, mostAtOnce)
    if (ids.length === 0) return later()
    asking = true
    const isMissing = await ask(ids).then(
      (answer) => learn(ids, answer),
      () => true,
    )
    asking = false
    attempt = isMissing ? attempt + 1 : 0
    // What the server does not know of yet comes in a moment: news of files travels two ways.
    soon(isMissing ? gatherMs + backoff(attempt) : gatherMs)
  }

  /** When the first of what is wanted ends. */
  function later(): void {
    const ends = [...wanted.keys()].map((id) => known.get(id)?.until ?? 0)
    const next = Math.min(...ends)
    if (Number.isFinite(next)) soon(Math.min(Math.max(gatherMs, next - now()), 3_600_000))
  }

  function learn(ids: readonly string[], answer: Answer): boolean {
    for (const { id, ...link } of answer.links) {
      known.set(id, { state: { is: 'there', link }, until: answer.until - aheadMs })
    }
    for (const id of answer.gone) known.set(id, { state: gone, until: Number.POSITIVE_INFINITY })
    for (const listener of [...listeners]) listener()
    return ids.some(isDue)
  }

  return {
    get: (id) => known.get(id)?.state ?? loading,
    want(id) {
      wanted.set(id, (wanted.get(id) ?? 0) + 1)
      if (isDue(id)) soon(gatherMs)
      return () => {
        const left = (wanted.get(id) ?? 1) - 1
        if (left > 0) wanted.set(id, left)
        else wanted.delete(id)
      }
    },
    renew(id) {
      const mine = known.get(id)
      if (mine === undefined || mine.state.is === 'gone') return
      mine.until = 0
      soon(gatherMs)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
