/** A read that others wait for. `next`: one that has not begun. */
interface Reads<Value> {
  now: Promise<Value>
  next: Promise<Value> | null
}

/**
 * A read that a whole hall asks for at the same moment, done as few times as can be without anybody being told what was so
 * before they asked: whoever comes while one is under way shares the next one with all who come until that begins.
 */
export function sharedReads<Value>(read: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const underWay = new Map<string, Reads<Value>>()

  function begin(key: string): Promise<Value> {
    const now = read(key)
    const reads: Reads<Value> = { now, next: null }
    underWay.set(key, reads)
    const over = () => {
      if (reads.next === null) underWay.delete(key)
    }
    now.then(over, over)
    return now
  }

  return (key) => {
    const reads = underWay.get(key)
    if (reads === undefined) return begin(key)
    reads.next ??= reads.now.then(
      () => begin(key),
      () => begin(key),
    )
    return reads.next
  }
}
