import { countHeads } from '../../headcount.ts'
import { nameKey } from '../../name.ts'
import { nodeCatalog } from '../../node-catalog.ts'
import type { WorkshopState } from '../../state.ts'
import { play, someScript } from '../history/history.ts'
import { claim, type Law, tryOut } from './law.ts'
import { same } from './same.ts'

/** What is counted along the way is what counting everybody again would give, and each name has one owner. */
export const countsExactly: Law = (subject, options) => {
  const catalog = nodeCatalog(subject.engine.types)
  tryOut(
    someScript(subject),
    (script) => {
      for (const { state } of play(subject.engine, script).moments) {
        const counted = countHeads(catalog, state)
        claim(
          same(state.headcount, counted),
          () => `kept ${JSON.stringify(state.headcount)}, counted ${JSON.stringify(counted)}`,
        )
        claim(namesAreOwned(state), () => `names and people disagree: ${JSON.stringify(state.names)}`)
      }
    },
    options,
  )
}

function namesAreOwned({ names, people }: WorkshopState): boolean {
  return names.size === people.size && people.every((person) => names.get(nameKey(person.name)) === person.id)
}
