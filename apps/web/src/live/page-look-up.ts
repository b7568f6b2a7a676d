import { askForCard } from './ask-for-card.ts'
import { createLookUp } from './look-up.ts'
import { rejectionOf } from './rejection-of.ts'
import { reloadOnce } from './reload-once.ts'
import { storageOf } from './storage-of.ts'

const ask = async (code: string) => {
  try {
    return await askForCard(`${location.origin}/trpc`, code)
  } catch (error) {
    // Whoever is still outside has nothing to lose by a newer page.
    if (rejectionOf(error)?.code === 'outdated_client')
      reloadOnce(
        storageOf(() => sessionStorage),
        () => location.reload(),
      )
    throw error
  }
}

/** Looks a code up; one memory for all parts of the page. */
export const lookUp = createLookUp(ask, () => performance.timeOrigin + performance.now())
