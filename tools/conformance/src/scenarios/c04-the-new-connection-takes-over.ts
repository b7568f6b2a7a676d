import { randomUUID } from 'node:crypto'
import { vote } from '../commands.ts'
import { Deviation, same } from '../deviation.ts'
import { onePoll } from '../plans.ts'
import { RawPhone } from '../raw-phone.ts'
import type { Scenario } from '../scenario.ts'
import { openStage } from '../stage.ts'

export const c04: Scenario = {
  id: 'C4',
  title: 'The new connection takes over, and nothing is refused',
  why: 'Elsewhere, a phone that woke before the server had noticed its drop was thrown out: "already connected".',
  needs: [],
  run: async (system) => {
    await using stage = await openStage(system, onePoll)
    const { sessionId } = stage
    const ann = await stage.stranger()
    same('whether Ann joins', (await ann.join(stage.code, 'Ann')).ok, true)
    await stage.does({ type: 'start' })
    const page = randomUUID()
    const phones: RawPhone[] = []
    const open = async (ofPage: string, at = system.url) => {
      const phone = await RawPhone.open(at, ann.device)
      phones.push(phone)
      phone.watch(sessionId, ofPage)
      if (!(await phone.until(() => phone.seen !== null || phone.refused !== null)))
        throw new Deviation('what a phone is shown that comes back', 'the current step', 'nothing')
      same('a refusal of the phone that comes back', phone.refused, null)
      return phone
    }
    try {
      // It sleeps with its socket open: the server does not know yet.
      const asleep = await open(page)
      asleep.sleep()
      const awake = await open(randomUUID())
      same('what the phone sees that came back', awake.seen?.shared.step?.nodeId, 'first')
      same('the answer to a vote over the new connection', await awake.command(sessionId, vote('first', 1)), 'taken')
      const sawVote = await awake.until(() => JSON.stringify(awake.seen?.own.step).includes('[1]'))
      same('whether the new connection shows the vote', sawVote, true)
      asleep.wake()
      await asleep.until(() => asleep.refused !== null)
      same('what the older page is told', asleep.refused, 'taken_over')
      same('a refusal of the newer page', awake.refused, null)

      // The page that was told loads again, at another server where there is one: now it is the newest.
      const again = await open(page, system.also ?? system.url)
      await awake.until(() => awake.refused !== null)
      same('what the page is told that is the older one now', awake.refused, 'taken_over')

      // The same page over a new connection is no take-over.
      const samePage = await open(page, system.also ?? system.url)
      same('the answer to a vote of the same page', await samePage.command(sessionId, vote('first', 2)), 'taken')
      await samePage.until(() => JSON.stringify(samePage.seen?.own.step).includes('[2]'))
      const refusals = [again.refused, samePage.refused]
      same('refusals of a page that came back by itself', refusals, [null, null])
      await stage.reports('first', { Ann: ['three'] })
    } finally {
      for (const phone of phones) phone.die()
    }
  },
}
