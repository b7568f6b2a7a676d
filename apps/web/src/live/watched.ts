/** A value that others can watch; made for `useSyncExternalStore`. */
export interface Watched<T> {
  get(): T
  /** Calls back after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void
}

/** A watched value and the way to change it. Equal values are no change. */
export function watched<T>(initial: T): Watched<T> & { set(next: T): void } {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** Resolves with the first value for which the claim holds, at once if it already does. */
export function until<T, Claimed extends T>(
  source: Watched<T>,
  claim: (value: T) => value is Claimed,
): Promise<Claimed> {
  return new Promise((resolve) => {
    const look = () => {
      const value = source.get()
      if (!claim(value)) return
      stop()
      resolve(value)
    }
    const stop = source.subscribe(look)
    look()
  })
}
