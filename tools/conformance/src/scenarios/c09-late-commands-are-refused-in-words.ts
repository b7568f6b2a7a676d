import { vote } from '../commands.ts'
import { same, shows } from '../deviation.ts'
import { twoPolls } from '../plans.ts'
import type { Scenario } from '../scenario.ts'
import { counts, openStage, ownChoice, verdict } from '../stage.ts'

export const c09: Scenario = {
  id: 'C9',
  title: 'A command that comes too late is refused with a reason, and judged against no other step',
  why: 'Elsewhere, it was dropped without a word, or judged against the step that came after.',
  needs: [],
  run: async (system) => {
    await using stage = await openStage(system, twoPolls)
    const ann = await stage.person('Ann')
    await stage.does({ type: 'start' })
    await ann.does(vote('first', 0))
    await stage.does({ type: 'close', nodeId: 'first' })
    same('the answer to a vote when the step is closed', await verdict(ann.send(vote('first', 1))), 'step_closed')
    await stage.does({ type: 'next', from: 'first' })
    same('the answer to a vote when the next step is on', await verdict(ann.send(vote('first', 2))), 'step_closed')

    // The second click of an impatient facilitator was meant for the step before.
    const { host, sessionId } = stage
    for (const command of [
      { type: 'next', from: 'first' },
      { type: 'reveal', nodeId: 'first' },
    ] as const)
      same(`the answer to a late "${command.type}"`, await verdict(host.send(sessionId, command)), 'step_changed')

    const mine = await shows(ann.view, 'the second step', ({ shared }) => shared.step?.nodeId === 'second')
    same("Ann's answer at the second step", ownChoice(mine), null)
    const console = await shows(stage.console, 'the second step', ({ shared }) => shared.step?.nodeId === 'second')
    same('the phase of the second step', console.shared.step?.phase, 'open')
    same('the votes at the second step', counts(console), [0, 0, 0, 0])
    await stage.reports('first', { Ann: ['one'] })
  },
}
