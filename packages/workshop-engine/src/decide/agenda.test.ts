import { describe, expect, test } from 'vitest'
import { playWorkshop, steps } from '../testing/index.ts'

const slides = (count: number) => Array.from({ length: count }, (_, index) => steps.slide(`${index + 1}`))

describe('S-12 a step that was taken out', () => {
  test('S-12 is passed over on the way, and named as such', () => {
    const play = playWorkshop({ nodes: slides(4) })
    const host = play.facilitator
    host.start()
    expect(host.removeStep('slide-2')).toBeNull()
    expect(host.removeStep('slide-3')).toBeNull()
    expect(play.see('host')).toMatchObject({ upcoming: '4', total: 2 })
    expect(play.see('host').agenda.map(({ isRemoved }) => isRemoved)).toEqual([false, true, true, false])
    host.next()
    expect(play.see('participant').step).toMatchObject({ nodeId: 'slide-4', position: 2 })
    expect(play.see('host').primary).toBe('finish')
  })

  test('S-12 is no goal of a jump until it is put back', () => {
    const play = playWorkshop({ nodes: slides(3) })
    const host = play.facilitator
    host.start()
    host.removeStep('slide-2')
    expect(host.jump('slide-2')).toEqual({ code: 'step_removed' })
    expect(host.restoreStep('slide-2')).toBeNull()
    expect(host.jump('slide-2')).toBeNull()
    expect(play.see('screen')).toMatchObject({ total: 3, step: { nodeId: 'slide-2' } })
  })

  test('S-12 may be the first, and then the run starts with the second', () => {
    const play = playWorkshop({ nodes: slides(2) })
    play.facilitator.removeStep('slide-1')
    expect(play.see('host').upcoming).toBe('2')
    play.facilitator.start()
    expect(play.see('screen').step?.nodeId).toBe('slide-2')
  })

  test('S-12 leads on to the step it names as next, and a circle of such steps to the end', () => {
    const nodes = [
      steps.slide('1'),
      steps.slide('2', { next: 'slide-4' }),
      steps.slide('3'),
      steps.slide('4', { next: 'slide-2' }),
    ]
    const play = playWorkshop({ nodes })
    play.facilitator.start()
    play.facilitator.removeStep('slide-2')
    expect(play.see('host').upcoming).toBe('4')
    play.facilitator.removeStep('slide-4')
    expect(play.see('host')).toMatchObject({ upcoming: null, primary: 'finish' })
    expect(play.facilitator.next()).toBeNull()
    expect(play.see('screen').phase).toBe('completed')
  })

  test('S-12 is taken out and put back once', () => {
    const play = playWorkshop({ nodes: slides(2) })
    play.facilitator.removeStep('slide-2')
    const rows = play.log.length
    expect(play.facilitator.removeStep('slide-2')).toBeNull()
    expect(play.facilitator.restoreStep('slide-1')).toBeNull()
    expect(play.log).toHaveLength(rows)
  })
})

test('S-13 what was opened stays in, and so does the last step there is', () => {
  const play = playWorkshop({ nodes: slides(2) })
  const host = play.facilitator
  expect(host.removeStep('slide-2')).toBeNull()
  expect(host.removeStep('slide-1')).toEqual({ code: 'last_step' })
  host.restoreStep('slide-2')
  host.start()
  expect(host.removeStep('slide-1')).toEqual({ code: 'step_opened' })
  host.next()
  expect(host.removeStep('slide-1')).toEqual({ code: 'step_opened' })
})

test('S-13 nothing is taken out that does not exist, nor once it is over', () => {
  const play = playWorkshop({ nodes: slides(2) })
  expect(play.facilitator.removeStep('nowhere')).toEqual({ code: 'unknown_step' })
  expect(play.facilitator.restoreStep('nowhere')).toEqual({ code: 'unknown_step' })
  play.facilitator.end()
  expect(play.facilitator.removeStep('slide-2')).toEqual({ code: 'session_over' })
})

function board() {
  const play = playWorkshop({
    nodes: [steps.poll(), steps.whiteboard({ notes: [{ text: 'Soup' }] }), steps.slide(), steps.poll(), steps.quiz()],
  })
  const host = play.facilitator
  host.start()
  host.reveal()
  host.next()
  return { play, host }
}

const cards = [
  ['K-1 into a poll to come', 'plan-1', 'poll-4', null],
  ['K-1 into a poll that is over', 'plan-1', 'poll-1', 'not_now'],
  ['K-1 into a step that takes none', 'plan-1', 'quiz-5', 'takes_no_card'],
  ['K-1 into a step that is not there', 'plan-1', 'nowhere', 'unknown_step'],
  ['K-1 one that is not there', 'plan-2', 'poll-4', 'unknown_card'],
] as const

test.each(cards)('%s', (_, cardId, into, expected) => {
  const { host } = board()
  expect(host.useCard(cardId, into)).toEqual(expected === null ? null : { code: expected })
})

test('K-1 a card comes from a step that was opened and has such a thing', () => {
  const { host } = board()
  expect(host.useCard('plan-1', 'poll-4', 'quiz-5')).toEqual({ code: 'step_not_open' })
  expect(host.useCard('plan-1', 'poll-4', 'poll-1')).toEqual({ code: 'unknown_card' })
  expect(host.useCard('plan-1', 'poll-4', 'nowhere')).toEqual({ code: 'unknown_step' })
  host.end()
  expect(host.useCard('plan-1', 'poll-4')).toEqual({ code: 'session_over' })
})

test('K-1 an open poll takes a card at once, and people vote for it', () => {
  const { play, host } = board()
  const ann = play.join('Ann')
  host.jump('poll-4')
  ann.act({ type: 'vote', choice: [0] })
  expect(host.useCard('plan-1', 'poll-4', 'whiteboard-2')).toBeNull()
  expect(ann.act({ type: 'vote', choice: [3] })).toBeNull()
  host.reveal()
  expect(play.see('participant').step?.content).toMatchObject({
    options: [{ text: 'Tea' }, { text: 'Coffee' }, { text: 'Water' }, { text: 'Soup' }],
    results: { counts: [0, 0, 0, 1], votes: 1 },
  })
  host.end()
  expect(ann.sees().me?.kept).toMatchObject([{}, {}, { answer: ['Soup'] }])
})
