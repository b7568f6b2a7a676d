import { useCallback, useEffect, useState } from 'react'
import { fullJitter } from './backoff.ts'
import { useLiveClient } from './live-context.ts'
import { mayPass } from './may-pass.ts'
import { pause } from './pause.ts'
import { rejectionOf } from './rejection-of.ts'

/** Something asked of the server, as far as it is known. */
export interface Question<Answer> {
  /** The newest answer; `null` before the first. */
  readonly answer: Answer | null
  /** The last attempts failed; `rejectionOf` tells what the server said, if anything. */
  readonly failure: Error | null
  readonly busy: boolean
  /** Asks again now. */
  again(): void
}

const backoff = fullJitter({ firstMs: 500, mostMs: 4_000 })

/** So many attempts without an answer are made before the page says that something is wrong. */
const silentAttempts = 3

type Asked<Answer> = Pick<Question<Answer>, 'answer' | 'failure' | 'busy'>

/**
 * Asks once, or every `everyMs`; goes on asking while nobody answers, and stops where the server says no for good.
 * `ask` has to stay the same function while the question is the same; `null`: there is nothing to ask.
 */
export function useQuestion<Answer>(ask: (() => Promise<Answer>) | null, everyMs?: number): Question<Answer> {
  const { signals } = useLiveClient()
  const [round, setRound] = useState(0)
  const [{ about, ...asked }, set] = useState(() => unasked<Answer>(ask))
  // Another question in the same place of the page: forget the old answer before it is drawn.
  if (about !== ask) set(unasked(ask))

  useEffect(() => {
    if (ask === null) return
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const learn = (news: Partial<Asked<Answer>>) => {
      if (!isOver) set((known) => ({ ...known, ...news }))
    }

    async function run(attempt: number): Promise<void> {
      if (isOver || ask === null) return
      learn({ busy: true })
      try {
        learn({ answer: await ask(), failure: null, busy: false })
        if (everyMs !== undefined && !isOver) timer = setTimeout(() => void run(0), everyMs)
      } catch (error) {
        const rejection = rejectionOf(error)
        const isSaid = rejection !== null || attempt + 1 >= silentAttempts
        learn({ busy: false, ...(isSaid && { failure: error instanceof Error ? error : new Error(String(error)) }) })
        if (!mayPass(rejection)) return
        await pause(backoff(attempt), signals)
        await run(attempt + 1)
      }
    }

    void run(round === 0 ? 0 : silentAttempts)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [ask, everyMs, round, signals])

  return { ...asked, again: useCallback(() => setRound((count) => count + 1), []) }
}

const unasked = <Answer>(ask: (() => Promise<Answer>) | null): Asked<Answer> & { about: typeof ask } => ({
  about: ask,
  answer: null,
  failure: null,
  busy: ask !== null,
})
