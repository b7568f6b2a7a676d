import { describe, expect, test } from 'vitest'
import { engine, type nodeTypes } from '../index.ts'
import type { RejectionCode } from '../rejection.ts'
import { playWorkshop, steps, type WorkshopPlay } from '../testing/index.ts'

type Play = WorkshopPlay<typeof nodeTypes>

/** Hal created the session, Ina helps him; both look at the first of four steps. */
function twoFacilitators(...nodes: Parameters<typeof playWorkshop>[0]['nodes']) {
  const planned = nodes.length > 0 ? nodes : ['One', 'Two', 'Three', 'Four'].map((text) => steps.slide(text))
  const play = playWorkshop({ nodes: planned })
  const [ina, bob] = [play.join('Ina'), play.join('Bob')]
  play.facilitator.addFacilitator(ina)
  play.facilitator.start()
  return { play, hal: play.facilitator, ina: play.consoleOf(ina), inaId: ina.id, bob }
}

const here = (play: Play) => play.see('screen').step?.nodeId
const conflicts = (play: Play) => play.see('host').conflicts

describe('CF-1 two facilitators lead the workshop to different steps', () => {
  test('CF-1 the first one holds, the other waits with both versions', () => {
    const { play, hal, ina } = twoFacilitators()
    hal.next()
    play.advance(2)
    expect(ina.jump('slide-3', 'slide-1')).toBeNull()
    expect(here(play)).toBe('slide-2')
    expect(conflicts(play)).toEqual([
      {
        id: '1',
        kind: 'course',
        step: 'One',
        at: play.now,
        theirs: { by: 'Facilitator', what: 'Two' },
        mine: { by: 'Ina', what: 'Three' },
      },
    ])
  })

  type Console = ReturnType<typeof twoFacilitators>['hal']
  /** From the second step, reached from the first: what Hal does, what Ina does after it, and what she then wanted or is told. */
  const table: readonly [
    string,
    (hal: Console) => unknown,
    (ina: Console, play: Play) => unknown,
    string | null | RejectionCode,
  ][] = [
    ['on and back', (hal) => hal.next(), (ina) => ina.back('slide-2'), 'One'],
    ['back and on', (hal) => hal.back(), (ina) => ina.next('slide-2'), 'Three'],
    ['back and a jump', (hal) => hal.back(), (ina) => ina.jump('slide-4', 'slide-2'), 'Four'],
    ['a jump and on', (hal) => hal.jump('slide-4'), (ina) => ina.next('slide-2'), 'Three'],
    ['an undo and on', (hal) => hal.undo(), (ina) => ina.next('slide-2'), 'Three'],
    ['two steps on and back', (hal) => [hal.next(), hal.next()], (ina) => ina.back('slide-2'), 'One'],
    ['on and on', (hal) => hal.next(), (ina) => ina.next('slide-2'), 'step_changed'],
    ['back and back', (hal) => hal.back(), (ina) => ina.back('slide-2'), 'step_changed'],
    ['on and a jump to the same', (hal) => hal.next(), (ina) => ina.jump('slide-3', 'slide-2'), 'step_changed'],
    ['on and a jump to where she was', (hal) => hal.next(), (ina) => ina.jump('slide-2', 'slide-2'), 'step_changed'],
    ['on and a jump to nowhere', (hal) => hal.next(), (ina) => ina.jump('nowhere', 'slide-2'), 'unknown_step'],
    [
      'on and, too late, back',
      (hal) => hal.next(),
      (ina, play) => [play.advance(10.001), ina.back('slide-2')].at(-1),
      'step_changed',
    ],
  ]
  test.each(table)('CF-1 %s', (_, first, second, expected) => {
    const { play, hal, ina } = twoFacilitators()
    hal.next()
    play.advance(20)
    first(hal)
    const refused = second(ina, play)
    if (refused === null) return expect(conflicts(play)).toMatchObject([{ step: 'Two', mine: { what: expected } }])
    expect(refused).toEqual({ code: expected })
    expect(conflicts(play)).toEqual([])
  })

  test('CF-1 the end of the workshop is one of the ways', () => {
    const { play, hal, ina } = twoFacilitators(steps.slide('One'), steps.slide('Two'))
    hal.next()
    hal.back()
    expect(ina.next('slide-2')).toBeNull()
    expect(conflicts(play)).toMatchObject([{ theirs: { what: 'One' }, mine: { what: null } }])
    expect(hal.decideConflict('1', 'mine')).toBeNull()
    expect(play.see('host').phase).toBe('completed')
  })

  test("CF-1 one's own earlier click and the clock are nobody else", () => {
    const { play, hal } = twoFacilitators()
    hal.next()
    expect(hal.jump('slide-3', 'slide-1')).toEqual({ code: 'step_changed' })
    const timed = twoFacilitators(steps.countdown(5), steps.slide('Two'), steps.slide('Three'))
    timed.play.advance(6)
    expect(timed.ina.jump('slide-3', 'countdown-1')).toEqual({ code: 'step_changed' })
    expect([...conflicts(play), ...conflicts(timed.play)]).toEqual([])
  })

  test('CF-1 a step that was taken out is no way', () => {
    const { play, hal, ina } = twoFacilitators()
    hal.removeStep('slide-3')
    hal.next()
    expect(ina.jump('slide-3', 'slide-1')).toEqual({ code: 'step_removed' })
    expect(ina.next('slide-1')).toEqual({ code: 'step_changed' })
    expect(conflicts(play)).toEqual([])
  })
})

const noConflict = {
  close: (console: Play['facilitator']) => console.close('poll-1'),
  reveal: (console: Play['facilitator']) => console.reveal('poll-1'),
  reopen: (console: Play['facilitator']) => console.reopen('poll-1'),
  extend: (console: Play['facilitator']) => console.extend(30, 'poll-1'),
}

test.each(Object.entries(noConflict))('CF-2 %s at a step that another has just left hits nothing', (_, wish) => {
  const { play, hal, ina } = twoFacilitators(steps.poll(), steps.slide())
  hal.next()
  expect(wish(ina)).toEqual({ code: 'step_changed' })
  expect(conflicts(play)).toEqual([])
})

test('CF-2 of pause and resume the last one holds', () => {
  const { play, hal, ina } = twoFacilitators()
  hal.pause()
  ina.resume()
  hal.pause()
  expect(play.see('host')).toMatchObject({ phase: 'paused', conflicts: [] })
})

describe('CF-4 a card for a step that another has just taken out', () => {
  function cardForPoll() {
    const around = twoFacilitators(steps.whiteboard(), steps.slide('Two'), steps.poll({}, { title: 'Lunch' }))
    around.bob.act({ type: 'add', text: 'Soup', colour: 'yellow' })
    const content = around.play.see('host').step?.content
    const cardId = (content?.type === 'whiteboard' && content.notes[0]?.id) || ''
    return { ...around, cardId }
  }
  const options = (play: Play) => {
    const content = play.see('host').step?.content
    return content?.type === 'poll' ? content.options.map(({ text }) => text) : null
  }

  test('CF-4 waits, and "mine" puts the step back with the card in it', () => {
    const { play, hal, ina, cardId } = cardForPoll()
    hal.removeStep('poll-3')
    play.advance(10)
    expect(ina.useCard(cardId, 'poll-3')).toBeNull()
    expect(conflicts(play)).toMatchObject([
      { kind: 'card', step: 'Lunch', theirs: { by: 'Facilitator', what: null }, mine: { by: 'Ina', what: 'Soup' } },
    ])
    expect(play.see('host').agenda[2]).toMatchObject({ isRemoved: true })
    expect(hal.decideConflict('1', 'mine')).toBeNull()
    expect(play.log.slice(-3).map(({ actionType }) => actionType)).toEqual([
      'conflict_decided',
      'step_restored',
      'poll.option_added',
    ])
    hal.next()
    hal.next()
    expect(options(play)).toEqual(['Tea', 'Coffee', 'Water', 'Soup'])
  })

  test('CF-4 "theirs" leaves the step out', () => {
    const { play, hal, ina, cardId } = cardForPoll()
    hal.removeStep('poll-3')
    ina.useCard(cardId, 'poll-3')
    hal.decideConflict('1', 'theirs')
    expect(play.see('host').agenda[2]).toMatchObject({ isRemoved: true })
  })

  test('CF-4 long ago, or after oneself, it is refused', () => {
    const { play, hal, ina, cardId } = cardForPoll()
    hal.removeStep('poll-3')
    expect(hal.useCard(cardId, 'poll-3')).toEqual({ code: 'step_removed' })
    play.advance(10.001)
    expect(ina.useCard(cardId, 'poll-3')).toEqual({ code: 'step_removed' })
    expect(conflicts(play)).toEqual([])
  })

  test('CF-4 a card that the step would not take in any case is refused at once', () => {
    const { hal, ina, cardId } = cardForPoll()
    hal.removeStep('slide-2')
    expect(ina.useCard(cardId, 'slide-2')).toEqual({ code: 'takes_no_card' })
  })
})

test('CF-5 a conflict is in the log and changes what nobody but the host sees', () => {
  const { play, hal, ina, inaId } = twoFacilitators()
  hal.next()
  const before = [play.see('participant'), play.see('screen'), play.own(inaId)]
  ina.jump('slide-4', 'slide-1')
  expect(play.log.at(-1)).toMatchObject({ userId: inaId, nodeId: 'slide-1', actionType: 'conflict_raised' })
  expect([play.see('participant'), play.see('screen'), play.own(inaId)]).toEqual(before)
})

test('CF-6 the decision is an event: who decided, and which way', () => {
  const { play, hal, ina, inaId } = twoFacilitators()
  hal.next()
  ina.jump('slide-3', 'slide-1')
  play.advance(30)
  expect(ina.decideConflict('1', 'mine')).toBeNull()
  expect(here(play)).toBe('slide-3')
  expect(play.log.slice(-2)).toMatchObject([
    { userId: inaId, actionType: 'conflict_decided', actionData: { conflictId: '1', choice: 'mine' }, at: play.now },
    { userId: inaId, actionType: 'stepped', nodeId: 'slide-3', at: play.now },
  ])
  expect(play.see('host')).toMatchObject({
    conflicts: [],
    decided: [{ id: '1', choice: 'mine', decidedBy: 'Ina', decidedAt: play.now, mine: { what: 'Three' } }],
  })
})

test('CF-6 clocks of the step that was decided for run from the decision', () => {
  const { play, hal, ina } = twoFacilitators(steps.slide(), steps.slide(), steps.quiz({ answerSeconds: 20 }))
  hal.next()
  ina.jump('quiz-3', 'slide-1')
  play.advance(60)
  hal.decideConflict('1', 'mine')
  expect(play.see('screen').step?.deadline).toBe(play.now + 20_000)
})

test('CF-6 "theirs" leaves all as it is', () => {
  const { play, hal, ina } = twoFacilitators()
  hal.next()
  ina.jump('slide-3', 'slide-1')
  const rows = play.log.length
  expect(hal.decideConflict('1', 'theirs')).toBeNull()
  expect(play.log).toHaveLength(rows + 1)
  expect(here(play)).toBe('slide-2')
  expect(conflicts(play)).toEqual([])
})

test('CF-7 the first decision counts', () => {
  const { play, hal, ina } = twoFacilitators()
  hal.next()
  ina.jump('slide-3', 'slide-1')
  hal.decideConflict('1', 'theirs')
  const rows = play.log.length
  expect(ina.decideConflict('1', 'theirs')).toBeNull()
  expect(play.log).toHaveLength(rows)
  expect(ina.decideConflict('1', 'mine')).toEqual({ code: 'unknown_conflict' })
  expect(ina.decideConflict('2', 'mine')).toEqual({ code: 'unknown_conflict' })
  expect(here(play)).toBe('slide-2')
})

test('CF-7 what can no longer be carried out is refused with the reason, and the question stays', () => {
  const { play, hal, ina } = twoFacilitators()
  hal.next()
  ina.jump('slide-3', 'slide-1')
  hal.removeStep('slide-3')
  expect(ina.decideConflict('1', 'mine')).toEqual({ code: 'step_removed' })
  hal.end()
  expect(ina.decideConflict('1', 'mine')).toEqual({ code: 'session_over' })
  expect(conflicts(play)).toHaveLength(1)
  expect(ina.decideConflict('1', 'theirs')).toBeNull()
})

test('CF-7 who does not steer does not decide', () => {
  const { play, hal, ina, bob } = twoFacilitators()
  hal.next()
  ina.jump('slide-3', 'slide-1')
  expect(play.consoleOf(bob).decideConflict('1', 'mine')).toEqual({ code: 'not_allowed' })
})

test('CF-8 a newer wish about the same thing takes the place of the older one', () => {
  const { play, hal, ina } = twoFacilitators()
  hal.next()
  ina.jump('slide-3', 'slide-1')
  const rows = play.log.length
  expect(ina.jump('slide-3', 'slide-1')).toBeNull()
  expect(play.log).toHaveLength(rows)
  ina.jump('slide-4', 'slide-1')
  expect(conflicts(play)).toMatchObject([{ id: '1', mine: { what: 'Four' } }])
})

test('CF-8 fifty wait at most', () => {
  const { play, bob } = twoFacilitators(steps.whiteboard({ everyoneEdits: true, maxNotes: 50 }))
  const zoe = play.join('Zoe')
  const note = (index: number) => {
    const content = play.see('host').step?.content
    return (content?.type === 'whiteboard' && content.notes[index]?.id) || ''
  }
  for (let index = 0; index < 50; index++) bob.act({ type: 'add', text: `Note ${index}`, colour: 'blue' })
  zoe.act({ type: 'add', text: 'Mine', colour: 'blue' })
  const clash = (index: number) => {
    bob.act({ type: 'edit', noteId: note(index), base: 1, text: `New ${index}` })
    return zoe.act({ type: 'edit', noteId: note(index), base: 1, text: `Other ${index}` })
  }
  for (let index = 0; index < 50; index++) expect(clash(index)).toBeNull()
  expect(clash(50)).toEqual({ code: 'too_many_conflicts' })
  play.facilitator.decideConflict('7', 'theirs')
  expect(clash(50)).toBeNull()
  expect(conflicts(play)).toHaveLength(50)
})

test('CF-9 phones and screen know nothing of conflicts; the host remembers the last twenty decisions', () => {
  const { play, hal, ina, bob } = twoFacilitators()
  for (let round = 0; round < 21; round++) {
    hal.jump('slide-2')
    ina.jump('slide-3', 'slide-1')
    hal.decideConflict(String(round + 1), 'theirs')
    hal.jump('slide-1')
  }
  const { conflicts: open, decided } = play.see('host')
  expect([open, decided.map(({ id }) => id)]).toEqual([[], Array.from({ length: 20 }, (_, index) => `${index + 2}`)])
  expect(JSON.stringify([play.see('screen'), bob.sees()])).not.toMatch(/conflict|decided|Three/)
})

test('E-1 a log with conflicts and decisions read back shows the same', () => {
  const { play, hal, ina } = twoFacilitators()
  hal.next()
  ina.jump('slide-3', 'slide-1')
  hal.decideConflict('1', 'mine')
  hal.undo()
  const begin = engine.initial({ plan: play.plan, facilitator: { id: 'facilitator', name: 'Facilitator' } })
  const stored: typeof play.log = JSON.parse(JSON.stringify(play.log))
  const again = engine.fold(begin, stored.map(engine.readEvent))
  expect(engine.sharedView(again, 'host')).toEqual(play.see('host'))
})
