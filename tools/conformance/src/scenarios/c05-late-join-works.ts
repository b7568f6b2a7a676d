import { vote } from '../commands.ts'
import { same, shows } from '../deviation.ts'
import { closedDoors, twoPolls } from '../plans.ts'
import type { Scenario } from '../scenario.ts'
import { counts, openStage, ownChoice } from '../stage.ts'

export const c05: Scenario = {
  id: 'C5',
  title: 'Late join works, or is refused in words where the workshop forbids it',
  why: 'Elsewhere, nobody could join once it had started.',
  needs: [],
  run: async (system) => {
    await using stage = await openStage(system, twoPolls)
    const ann = await stage.person('Ann')
    await stage.does({ type: 'start' })
    await ann.does(vote('first', 0))
    await stage.does({ type: 'next', from: 'first' })
    const late = await stage.person('Late')
    await shows(late.view, 'the current step on the phone of who comes late', ({ shared }) => {
      return shared.step?.nodeId === 'second' && shared.step.phase === 'open'
    })
    await late.does(vote('second', 3))
    await shows(late.view, 'their own vote', (seen) => ownChoice(seen)?.join() === '3')
    await shows(stage.console, 'their vote on the console', (seen) => counts(seen)?.join() === '0,0,0,1')
    await stage.reports('second', { Ann: null, Late: ['four'] })

    await using closed = await openStage(system, closedDoors)
    const early = await closed.person('Early')
    await closed.does({ type: 'start' })
    const stranger = await closed.stranger()
    const refused = await stranger.join(closed.code, 'Late')
    same('the answer to who comes late to closed doors', refused.ok || refused.rejection.code, 'late_join_closed')
    await using back = await closed.stranger({ device: early.client.device })
    same('whether who was in comes in again', (await back.join(closed.code, 'Early')).ok, true)
  },
}
