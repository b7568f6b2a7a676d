import { randomUUID } from 'node:crypto'
import { vote } from '../commands.ts'
import { same, shows } from '../deviation.ts'
import { onePoll } from '../plans.ts'
import type { Scenario } from '../scenario.ts'
import { counts, openStage } from '../stage.ts'

export const c02: Scenario = {
  id: 'C2',
  title: 'A command counts once, over any number of connections',
  why: 'Elsewhere, the same answer sent three times counted three times.',
  needs: [],
  run: async (system) => {
    await using stage = await openStage(system, onePoll)
    const ann = await stage.person('Ann')
    const { device } = ann.client
    const elsewhere = await stage.stranger({ device, at: system.also ?? system.url })
    const overHttp = await stage.stranger({ device, transport: 'http' })
    await stage.does({ type: 'start' })

    const commandId = randomUUID()
    const clients = [ann.client, ann.client, elsewhere, overHttp]
    const send = () =>
      Promise.all(clients.map((client) => client.send(stage.sessionId, vote('first', 1), { commandId })))
    const answers = await send()
    same('the answers to one command sent four times', new Set(answers.map((one) => JSON.stringify(one))).size, 1)
    same('the first of them', answers[0]?.ok, true)
    await shows(stage.console, 'one vote for the second option', (seen) => counts(seen)?.join() === '0,1,0,0')

    // The old command, late, must not undo what was chosen after it.
    await ann.does(vote('first', 2))
    const late = await send()
    same('the answers to the same command later on', late, answers)
    await ann.does(vote('first', 2))
    await shows(stage.console, 'one vote for the third option', (seen) => counts(seen)?.join() === '0,0,1,0')
    await stage.reports('first', { Ann: ['three'] })
  },
}
