import { connect, rejectionOf } from '@humuus/client'
import { same } from '../deviation.ts'
import { onePoll } from '../plans.ts'
import type { Scenario } from '../scenario.ts'
import { openStage, verdict } from '../stage.ts'

export const c03: Scenario = {
  id: 'C3',
  title: 'The creator is the facilitator',
  why: 'Elsewhere, whoever opened the link first became the host.',
  needs: [],
  run: async (system) => {
    await using stage = await openStage(system, onePoll)
    const { sessionId } = stage
    // Nobody who runs it is connected when the first visitor comes.
    const { device } = stage.host
    stage.console.close()
    const first = await stage.person('First')
    const standing = await first.client.trpc.sessions.get.query({ sessionId })
    same('whether the first visitor is a facilitator', standing.standing.isFacilitator, false)
    same('the key of the screen that the first visitor is given', standing.screenKey, null)
    for (const type of ['start', 'pause', 'end'] as const)
      same(`the answer to a visitor's "${type}"`, await verdict(first.send({ type })), 'not_allowed')
    const watching = first.client.watch({ sessionId, role: 'host' })
    const shown = await watching
      .until(() => true, 5_000)
      .then(
        () => 'the console',
        () => watching.rejection?.code ?? 'nothing',
      )
    same("the answer to a visitor who asks for the facilitator's console", shown, 'not_allowed')
    const report = await first.client.trpc.sessions.report.query({ sessionId }).then(
      () => 'the report',
      (error: unknown) => rejectionOf(error)?.code,
    )
    same('the answer to a visitor who asks for the report', report, 'not_allowed')

    await using creator = await connect({ url: system.url, device })
    const known = await creator.trpc.sessions.get.query({ sessionId })
    same('whether the creator is a facilitator, from a new connection', known.standing.isFacilitator, true)
    same("the answer to the creator's start", await verdict(creator.send(sessionId, { type: 'start' })), 'taken')
  },
}
