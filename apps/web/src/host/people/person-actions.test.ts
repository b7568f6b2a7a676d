import { commandRights, engine, type HumuusCommand } from '@humuus/workshop-engine'
import { playWorkshop, steps } from '@humuus/workshop-engine/testing'
import { expect, test } from 'vitest'
import { isFacilitator, type PersonAction, personActions } from './person-actions.ts'

/** A session with one of each role, and somebody who was sent out. */
function stage() {
  const play = playWorkshop({ nodes: [steps.slide()] }, engine)
  const [helper, other, ann, troll] = ['Helper', 'Other', 'Ann', 'Troll'].map((name) => play.join(name))
  if (!helper || !other || !ann || !troll) throw new Error('everybody joined')
  play.send({ kind: 'user', id: play.facilitator.id }, { type: 'join', name: 'Hal' })
  play.facilitator.addFacilitator(helper)
  play.facilitator.addFacilitator(other)
  play.facilitator.kick(troll)
  return {
    play,
    ids: { creator: play.facilitator.id, helper: helper.id, other: other.id, ann: ann.id, troll: troll.id },
  }
}

type Name = keyof ReturnType<typeof stage>['ids']

const commandOf = (action: PersonAction, id: string): HumuusCommand =>
  (
    ({
      rename: { type: 'rename', participantId: id, name: 'New' },
      add: { type: 'add_facilitator', userId: id },
      hand_over: { type: 'hand_over', userId: id },
      take_back: { type: 'remove_facilitator', userId: id },
      step_back: { type: 'remove_facilitator', userId: id },
      remove: { type: 'kick', participantId: id, mayReturn: true },
      readmit: { type: 'readmit', participantId: id },
    }) as const satisfies Record<PersonAction, HumuusCommand>
  )[action]

const pairs = (['creator', 'helper'] as const).flatMap((me) =>
  (['creator', 'helper', 'other', 'ann', 'troll'] as const).map((whom) => [me, whom] as [Name, Name]),
)

test.each(pairs)('%s is offered for %s what the server grants', (me, whom) => {
  const { ids, play } = stage()
  const { facilitators, people } = play.see('host')
  const offered = personActions({
    isMe: me === whom,
    mine: facilitators[ids[me]]?.role ?? null,
    theirs: facilitators[ids[whom]]?.role ?? null,
    isOut: people[ids[whom]]?.standing === 'kicked',
  })
  expect(offered.length).toBeGreaterThan(0)
  for (const action of offered) {
    const fresh = stage()
    const by = { kind: 'user', id: fresh.ids[me] } as const
    expect([action, fresh.play.send(by, commandOf(action, fresh.ids[whom]))]).toEqual([action, null])
  }
})

test('only whoever may end the workshop finds the button', () => {
  const { play, ids } = stage()
  expect(commandRights.end).toEqual(['facilitator'])
  expect(isFacilitator(play.see('host'), ids.creator)).toBe(true)
  expect(isFacilitator(play.see('host'), ids.helper)).toBe(false)
})
