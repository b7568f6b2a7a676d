import { randomUUID } from 'node:crypto'
import { pause } from '@humuus/client'
import { vote } from '../commands.ts'
import { Deviation, same } from '../deviation.ts'
import { twoPolls } from '../plans.ts'
import { RawPhone } from '../raw-phone.ts'
import type { Scenario } from '../scenario.ts'
import { openStage } from '../stage.ts'

/**
 * The half that the protocol shows: silence, a cursor, a delta, a kept command. The half in the browser (Wake Lock, the
 * outbox in IndexedDB, resync when the page is visible again) is shown by the browser tests of the web app.
 */
export const c12: Scenario = {
  id: 'C12',
  title: 'A phone that slept catches up from where it was, and its kept answer is counted or refused in words',
  why: 'Elsewhere, a phone that slept missed the step, or never sent the answer it held.',
  needs: [],
  run: async (system) => {
    await using stage = await openStage(system, twoPolls)
    const { sessionId } = stage
    const ann = await stage.stranger()
    same('whether Ann joins', (await ann.join(stage.code, 'Ann')).ok, true)
    await stage.does({ type: 'start' })
    const page = randomUUID()
    let phone = await RawPhone.open(system.url, ann.device)
    const sees = async (nodeId: string) => {
      await phone.until(() => phone.seen?.shared.step?.nodeId === nodeId || phone.refused !== null)
      same('the step on the phone', phone.seen?.shared.step?.nodeId ?? phone.refused, nodeId)
    }
    /** Its socket is silent, then gone; the rest of the world goes on; it comes back with what it remembers. */
    const sleepsWhile = async (happens: () => Promise<void>) => {
      const remembering = phone.seen
      phone.sleep()
      await happens()
      await pause(300)
      phone.die()
      phone = await RawPhone.open(system.also ?? system.url, ann.device, { remembering })
      phone.watch(sessionId, page)
      return remembering?.version
    }
    try {
      phone.watch(sessionId, page)
      await sees('first')

      // Asleep with an answer in its hands, while the same step goes on.
      const kept = randomUUID()
      const cursor = await sleepsWhile(() => stage.does({ type: 'extend', nodeId: 'first', seconds: 600 }))
      await phone.until(() => phone.messages.length > 0)
      const [first] = phone.messages
      if (first?.kind !== 'delta')
        throw new Deviation('what the server sends first', 'a delta', first?.kind ?? 'nothing')
      same('where that delta begins', first.from, cursor)
      same('whether the phone shows the new time', phone.seen?.shared.step?.deadline !== null, true)
      same('the answer to the kept vote', await phone.command(sessionId, vote('first', 1), kept), 'taken')
      same('the answer to it, sent again', await phone.command(sessionId, vote('first', 1), kept), 'taken')

      // Asleep again, while the step closes and the next one opens.
      await sleepsWhile(async () => {
        await stage.does({ type: 'close', nodeId: 'first' })
        await stage.does({ type: 'next', from: 'first' })
      })
      await sees('second')
      same('the answer to a vote kept too long', await phone.command(sessionId, vote('first', 3)), 'step_closed')
      await phone.until(() => phone.refused !== null, 300)
      const merged = phone.seen
      phone.die()
      phone = await RawPhone.open(system.url, ann.device)
      phone.watch(sessionId, page)
      await phone.until(() => (phone.seen?.version ?? -1) >= (merged?.version ?? 0))
      const fresh = phone.seen
      same('what a fresh phone is shown', [fresh?.shared, fresh?.own], [merged?.shared, merged?.own])
      await stage.reports('first', { Ann: ['two'] })
    } finally {
      phone.die()
    }
  },
}
