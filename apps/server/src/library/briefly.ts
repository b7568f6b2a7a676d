/** Answers kept at most. */
const most = 1_000

/**
 * Asks once for all who want to know the same within `ms`: thousands of phones that return in one second ask about one
 * session. A failure is not kept.
 */
export function briefly<Answer>(ask: (key: string) => Promise<Answer>, ms: number): (key: string) => Promise<Answer> {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<Answer> }>()
  return (key) => {
    const known = kept.get(key)
    if (known !== undefined && performance.now() - known.at < ms) return known.answer
    const answer = ask(key)
    kept.delete(key)
    kept.set(key, { at: performance.now(), answer })
    answer.catch(() => kept.delete(key))
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return answer
  }
}
