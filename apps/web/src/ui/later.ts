import { type ComponentType, lazy } from 'react'

/** Part of a page in a chunk of its own: fetched when first shown, or before. Stands below a `Suspense`. */
export type Later<Props> = ComponentType<Props> & { readonly preload: () => void }

/** So often a chunk is asked for again before the page says that something is wrong; ms before each. */
const waits = [500, 1_000, 2_000, 4_000, 8_000]

/** A part that is fetched later; a network that is gone for a moment is waited for. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  const patiently = async (attempt = 0): Promise<{ default: ComponentType<Props> }> => {
    try {
      return { default: await load() }
    } catch (error) {
      const wait = waits[attempt]
      if (wait === undefined) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
      return patiently(attempt + 1)
    }
  }
  // A failure is not lost: the part's own load meets it again.
  const preload = () => void load().catch(() => undefined)
  return Object.assign(lazy(() => patiently()) as unknown as ComponentType<Props>, { preload })
}
