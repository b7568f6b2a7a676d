import type { Trouble } from '@humuus/api'
import type { Bus } from '../bus/bus.ts'

interface Condition {
  readonly isLogAway: boolean
  readonly areClocksLate: boolean
  readonly bus: Pick<Bus, 'trouble'>
  readonly isFull: boolean
}

/** What does not work now. Where the database is away, that is the whole story of late clocks, too. */
export function troublesNow({ isLogAway, areClocksLate, bus, isFull }: Condition): readonly Trouble[] {
  const found: (Trouble | null)[] = [
    isLogAway ? 'database' : null,
    areClocksLate && !isLogAway ? 'clocks' : null,
    bus.trouble(),
    isFull ? 'storage' : null,
  ]
  return found.filter((one) => one !== null)
}
