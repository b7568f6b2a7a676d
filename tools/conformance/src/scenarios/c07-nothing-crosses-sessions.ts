import { randomUUID } from 'node:crypto'
import { pause, rejectionOf } from '@humuus/client'
import { vote } from '../commands.ts'
import { Deviation, same, shows } from '../deviation.ts'
import { onePoll } from '../plans.ts'
import { RawPhone } from '../raw-phone.ts'
import type { Scenario } from '../scenario.ts'
import { counts, openStage, verdict } from '../stage.ts'

/** A view that has said nothing for so long has said everything, in ms. */
const quietMs = 1_000

export const c07: Scenario = {
  id: 'C7',
  title: 'Nothing crosses from one session to another',
  why: 'Elsewhere, "somebody answered" went to every session on the server.',
  needs: [],
  run: async (system) => {
    await using here = await openStage(system, onePoll)
    await using there = await openStage(system, onePoll)
    const ann = await here.person('Ann')
    const ben = await there.stranger()
    same('whether Ben joins', (await ben.join(there.code, 'Ben')).ok, true)
    await here.does({ type: 'start' })
    await there.does({ type: 'start' })
    const phone = await RawPhone.open(system.url, ben.device)
    try {
      phone.watch(there.sessionId, randomUUID())
      await phone.until(() => phone.seen?.shared.step?.nodeId === 'first')
      await quiet(() => `${phone.messages.length} ${there.console.state?.version}`)
      const before = { heard: phone.messages.length, version: there.console.state?.version }

      const commandId = randomUUID()
      for (let turn = 0; turn < 10; turn++) await ann.does(vote('first', turn % 4))
      same("the answer to Ann's vote", (await ann.send(vote('first', 2), { commandId })).ok, true)
      await here.person('Zoe')
      await here.does({ type: 'close', nodeId: 'first' })
      await pause(quietMs)
      const after = { heard: phone.messages.length, version: there.console.state?.version }
      if (after.heard > before.heard)
        throw new Deviation('what a phone of another session hears', 'nothing', phone.messages.slice(before.heard))
      same('the version that the console of another session shows', after.version, before.version)

      const intruder = ann.client.send(there.sessionId, vote('first', 3))
      same('the answer to a vote in a session one is not in', await verdict(intruder), 'not_joined')
      const report = await here.host.trpc.sessions.report.query({ sessionId: there.sessionId }).then(
        () => 'the report',
        (error: unknown) => rejectionOf(error)?.code,
      )
      same("the answer to a facilitator who asks for another session's report", report, 'not_allowed')
      // An id is one command of one session: the same in another session is another command.
      const bens = await ben.send(there.sessionId, vote('first', 1), { commandId })
      same("the answer to Ben's vote", bens.ok, true)
      await shows(there.console, "Ben's vote on his console", (seen) => counts(seen)?.join() === '0,1,0,0')
      await here.reports('first', { Ann: ['three'], Zoe: null })
      await there.reports('first', { Ben: ['two'] })
    } finally {
      phone.die()
    }
  },
}

/** Resolves once this has not changed for a while. */
async function quiet(look: () => string): Promise<void> {
  for (let before = ''; before !== look(); await pause(quietMs)) before = look()
}
