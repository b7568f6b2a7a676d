import { restFrom, restMs } from './rest.ts'

/** A read that others wait for. `next`: one that has not begun. */
interface Reads<Value> {
  /** When it is over and the next one may begin. */
  rested: Promise<void>
  next: Promise<Value> | null
}

/**
 * A read that a whole hall asks for at the same moment, done as few times as can be without anybody being told what was so
 * before they asked: whoever comes while one is under way, or was lately, shares the next one with all who come until that
 * begins. `everyMs`: from the beginning of one to that of the next, at least.
 */
export function sharedReads<Value>(
  read: (key: string) => Promise<Value>,
  everyMs = restMs,
): (key: string) => Promise<Value> {
  const underWay = new Map<string, Reads<Value>>()

  function begin(key: string): Promise<Value> {
    const begun = performance.now()
    const now = read(key)
    const rest = () => restFrom(begun, everyMs)
    const reads: Reads<Value> = { rested: now.then(rest, rest), next: null }
    underWay.set(key, reads)
    void reads.rested.then(() => {
      if (reads.next === null) underWay.delete(key)
    })
    return now
  }

  return (key) => {
    const reads = underWay.get(key)
    if (reads === undefined) return begin(key)
    reads.next ??= reads.rested.then(() => begin(key))
    return reads.next
  }
}
