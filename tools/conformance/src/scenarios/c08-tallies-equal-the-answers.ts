import type { SeenBy } from '@humuus/client'
import { vote } from '../commands.ts'
import { same, shows } from '../deviation.ts'
import { onePoll } from '../plans.ts'
import type { Scenario } from '../scenario.ts'
import { counts, openStage } from '../stage.ts'

const crowd = 24
const turns = 5
const texts = ['one', 'two', 'three', 'four']

export const c08: Scenario = {
  id: 'C8',
  title: 'One order for all answers: tallies equal the answers',
  why: 'Elsewhere, answers that came at once overwrote each other, or were counted from a stale number.',
  needs: [],
  run: async (system) => {
    await using stage = await openStage(system, onePoll)
    const at = (index: number) => (index % 2 === 0 || system.also === null ? system.url : system.also)
    const people = await Promise.all(
      Array.from({ length: crowd }, (_, index) => stage.person(`Person ${index}`, { at: at(index) })),
    )
    await stage.does({ type: 'start' })
    const sees = (seen: SeenBy<'participant'>) => seen.shared.step?.nodeId === 'first'
    await Promise.all(people.map(({ name, view }) => shows(view, `the question on ${name}'s phone`, sees)))

    // All at once, each changing their mind: what is acknowledged last is what counts.
    const chosen = await Promise.all(
      people.map(async (person, index) => {
        let choice = 0
        for (let turn = 0; turn < turns; turn++) {
          choice = (index * 7 + turn * 3) % texts.length
          await person.does(vote('first', choice))
        }
        return choice
      }),
    )
    const tally = texts.map((_, option) => chosen.filter((choice) => choice === option).length)
    await shows(stage.console, `the tally ${tally.join()}`, (seen) => counts(seen)?.join() === tally.join())
    await stage.does({ type: 'close', nodeId: 'first' })
    await stage.does({ type: 'reveal', nodeId: 'first' })
    for (const { name, view } of [people[0], people[1]].filter((person) => person !== undefined)) {
      const { shared } = await shows(view, `the results on ${name}'s phone`, (seen) => {
        return seen.shared.step?.phase === 'revealed'
      })
      const content = shared.step?.content
      same(`the results on ${name}'s phone`, content?.type === 'poll' && content.results?.counts, tally)
    }
    const expected = people.map(({ name }, index) => [name, [texts[chosen[index] ?? 0]]])
    await stage.reports('first', Object.fromEntries(expected))
  },
}
