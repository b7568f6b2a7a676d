import type { Bar } from '../../ui/bar.ts'
import type { Option } from './choice.ts'
import { useOptionLabel } from './use-option-label.ts'

interface Chosen {
  /** How many chose each option. */
  readonly counts: readonly number[]
  /** Indices of the right options; without it nothing is right or wrong. */
  readonly correct?: readonly number[] | undefined
  readonly mine?: readonly number[] | null
}

/** A bar for each option. */
export function useOptionBars(options: readonly Option[], { counts, correct, mine }: Chosen): readonly Bar[] {
  const label = useOptionLabel()
  return options.map((option, index) => ({
    key: String(index),
    index,
    label: label(option, index),
    count: counts[index] ?? 0,
    right: correct?.includes(index),
    mine: mine?.includes(index) ?? false,
  }))
}
