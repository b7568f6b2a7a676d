import { nameKey } from '../name.ts'
import type { WorkshopState } from '../state.ts'

/**
 * Two people never look the same: the second Kim becomes "Kim 2". `self` may keep their own name.
 * Doubles, then halves, so that the thousandth Kim costs twenty looks and not a thousand.
 */
export function freeName({ names }: Pick<WorkshopState, 'names'>, wanted: string, self: string | undefined): string {
  const named = (number: number): string => (number === 1 ? wanted : `${wanted} ${number}`)
  const isTaken = (number: number): boolean => {
    const holder = names.get(nameKey(named(number)))
    return holder !== undefined && holder !== self
  }
  if (!isTaken(1)) return wanted
  let taken = 1
  let free = 2
  while (isTaken(free)) [taken, free] = [free, free * 2]
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2)
    if (isTaken(middle)) taken = middle
    else free = middle
  }
  return named(free)
}
