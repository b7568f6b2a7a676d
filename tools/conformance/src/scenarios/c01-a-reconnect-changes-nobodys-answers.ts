import { vote } from '../commands.ts'
import { Deviation, same, shows } from '../deviation.ts'
import { onePoll } from '../plans.ts'
import type { Scenario } from '../scenario.ts'
import { counts, openStage, ownChoice } from '../stage.ts'

const drops = 3

export const c01: Scenario = {
  id: 'C1',
  title: "A reconnect changes nobody's answers",
  why: 'Elsewhere, one phone that came back erased what everybody had answered at the current step.',
  needs: [],
  run: async (system) => {
    await using stage = await openStage(system, onePoll)
    const names = ['Ann', 'Ben', 'Cem', 'Dora', 'Eva']
    const people = await Promise.all(names.map((name) => stage.person(name)))
    await stage.does({ type: 'start' })
    for (const [index, person] of people.entries()) await person.does(vote('first', index % 4))
    const before = await shows(stage.console, 'five votes', (seen) => counts(seen)?.join() === '2,1,1,1')

    const lost: string[] = []
    stage.console.changed(() => {
      const now = stage.console.state && counts(stage.console.state)?.join()
      if (now !== '2,1,1,1') lost.push(String(now))
    })
    const [ann, ...others] = people
    for (let drop = 0; drop < drops; drop++) {
      ann?.client.drop()
      // A wish over the new connection proves that there is one.
      await ann?.does(vote('first', 0))
    }
    await using again = await stage.stranger(ann && { device: ann.client.device })
    const reloaded = again.watch({ sessionId: stage.sessionId, role: 'participant' })
    const mine = await shows(reloaded, 'what Ann sees after a reload', () => true)
    same("Ann's own answer after coming back", ownChoice(mine), [0])

    if (lost.length > 0) throw new Deviation('the votes while a phone came back', '2,1,1,1', lost[0])
    for (const [index, { name, view }] of others.entries())
      same(`${name}'s own answer`, view.state && ownChoice(view.state), [(index + 1) % 4])
    same('the votes in the end', stage.console.state && counts(stage.console.state), counts(before))
    const expected = { Ann: ['one'], Ben: ['two'], Cem: ['three'], Dora: ['four'], Eva: ['one'] }
    await stage.reports('first', expected)
  },
}
