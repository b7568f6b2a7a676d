import { isDeepStrictEqual } from 'node:util'
import type { LiveView, SeenBy } from '@humuus/client'
import type { Role } from '@humuus/workshop-engine'

/** The system did something else than the rule says. */
export class Deviation extends Error {
  readonly what: string
  readonly expected: string
  readonly seen: string

  constructor(what: string, expected: unknown, seen: unknown) {
    super(`${what}: expected ${told(expected)}, seen ${told(seen)}`)
    this.what = what
    this.expected = told(expected)
    this.seen = told(seen)
  }
}

const told = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'))

/** Throws a `Deviation` unless both are the same, however deep. */
export function same(what: string, seen: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(plain(seen), plain(expected))) throw new Deviation(what, expected, seen)
}

const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

/** Resolves to the first state that shows it; throws a `Deviation` when none does in time (5 s). */
export function shows<R extends Role>(
  view: LiveView<R>,
  what: string,
  predicate: (state: SeenBy<R>) => boolean,
  withinMs = 5_000,
): Promise<SeenBy<R>> {
  return view.until(predicate, withinMs).catch((error: Error) => {
    throw new Deviation(what, `within ${withinMs / 1_000} s`, `${error.message}: ${glance(view)}`)
  })
}

/** The little of a view that tells where somebody is. */
function glance<R extends Role>({ state }: LiveView<R>): string {
  if (state === null) return 'nothing was shown at all'
  const { phase, step } = state.shared
  return `${phase}, ${step === null ? 'no step' : `step ${step.nodeId} ${step.phase}`}`
}
