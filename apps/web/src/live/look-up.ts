import type { RouterOutputs } from './outputs.ts'

/** What anybody with a code may know of its session. */
export type SessionCard = RouterOutputs['sessions']['lookup']

/** Looks a code up; an answer is good for ten seconds, so that the page behind the code field need not ask again. */
export type LookUp = (code: string) => Promise<SessionCard>

const freshMs = 10_000

export function createLookUp(ask: LookUp, steady: () => number): LookUp {
  let last: { readonly code: string; readonly at: number; readonly card: Promise<SessionCard> } | null = null
  return (code) => {
    if (last !== null && last.code === code && steady() - last.at < freshMs) return last.card
    const mine = { code, at: steady(), card: ask(code) }
    last = mine
    mine.card.catch(() => {
      if (last === mine) last = null
    })
    return mine.card
  }
}
