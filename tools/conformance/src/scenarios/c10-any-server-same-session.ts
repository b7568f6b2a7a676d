import { connect } from '@humuus/client'
import { vote } from '../commands.ts'
import { Deviation, same, shows } from '../deviation.ts'
import { twoPolls } from '../plans.ts'
import type { Scenario } from '../scenario.ts'
import { counts, openStage, settleMs, verdict } from '../stage.ts'

export const c10: Scenario = {
  id: 'C10',
  title: 'Any server, same session, same state',
  why: "Elsewhere, two server processes did not see each other's people.",
  needs: ['another server'],
  run: async (system) => {
    const other = system.also
    if (other === null) throw new Error('this scenario needs another server')
    await using stage = await openStage(system, twoPolls)
    const { sessionId, screenKey } = stage
    const ann = await stage.person('Ann')
    const ben = await stage.person('Ben', { at: other })
    await shows(
      stage.console,
      'Ben, who came to the other server, on the console',
      ({ shared }) => {
        return Object.values(shared.people).some(({ name, standing }) => name === 'Ben' && standing === 'present')
      },
      settleMs,
    )
    await stage.does({ type: 'start' })
    // A phone that saw the step at a server that died sends its answer to another, which may not know yet.
    same(
      'the answer to a vote that follows at once at the other server',
      await verdict(ben.send(vote('first', 3))),
      'taken',
    )
    await shows(ben.view, 'the start at the other server', ({ shared }) => shared.step?.nodeId === 'first', settleMs)
    await ann.does(vote('first', 0))
    await ben.does(vote('first', 1))
    await shows(stage.console, 'votes of both servers', (seen) => counts(seen)?.join() === '1,1,0,0', settleMs)
    // The facilitator goes on at the other server.
    await using elsewhere = await connect({ url: other, device: stage.host.device })
    const next = await elsewhere.send(sessionId, { type: 'next', from: 'first' })
    same('the answer to "next" at the other server', next.ok, true)
    await shows(
      ann.view,
      'the next step at the first server',
      ({ shared }) => shared.step?.nodeId === 'second',
      settleMs,
    )

    const looks = await Promise.all([system.url, other].map((url) => freshLook(url, sessionId, screenKey, next)))
    same('what a screen is shown at the other server', looks[1], looks[0])
  },
}

/** What a new screen at this server is shown, from a version on. */
async function freshLook(url: string, sessionId: string, screenKey: string, after: { ok: boolean; version?: number }) {
  await using client = await connect({ url })
  const view = client.watch({ sessionId, role: 'screen', screenKey })
  const reached = await shows(view, 'the newest version', ({ version }) => version >= (after.version ?? 0), settleMs)
  if (reached.shared.step === null) throw new Deviation('the step on a screen', 'second', 'none')
  return reached.shared
}
