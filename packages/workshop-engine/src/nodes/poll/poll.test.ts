import { expect, test } from 'vitest'
import { engine } from '../../index.ts'
import { playWorkshop, steps } from '../../testing/index.ts'

function asked(data: Parameters<typeof steps.poll>[0] = {}) {
  const play = playWorkshop({ nodes: [steps.poll(data)] })
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  play.facilitator.start()
  return { play, ann, bob, host: play.facilitator }
}

test('PO-1 a person picks as many options as the plan allows, each once', () => {
  const { ann } = asked({ maxChoices: 2 })
  expect(ann.act({ type: 'vote', choice: [0, 1, 2] })).toEqual({ code: 'invalid_answer' })
  expect(ann.act({ type: 'vote', choice: [3] })).toEqual({ code: 'invalid_answer' })
  expect(ann.act({ type: 'vote', choice: [2, 0, 2] })).toBeNull()
  expect(ann.sees().me?.step).toEqual({ type: 'poll', choice: [0, 2] })
})

const whoSees = [
  ['live', 'open', { screen: true, participant: false }],
  ['live', 'closed', { screen: true, participant: false }],
  ['live', 'revealed', { screen: true, participant: true }],
  ['reveal', 'open', { screen: false, participant: false }],
  ['reveal', 'closed', { screen: false, participant: false }],
  ['reveal', 'revealed', { screen: true, participant: true }],
] as const

test.each(whoSees)('PO-2 results %s, step %s: %j see them, the host always does', (results, phase, seen) => {
  const { play, ann, host } = asked({ results })
  ann.act({ type: 'vote', choice: [1] })
  if (phase === 'closed') host.close()
  if (phase === 'revealed') host.reveal()
  const counted = { counts: [0, 1, 0], votes: 1 }
  expect(play.see('screen').step?.content).toMatchObject({ results: seen.screen ? counted : null })
  expect(play.see('participant').step?.content).toMatchObject({ results: seen.participant ? counted : null })
  expect(play.see('host').step?.content).toMatchObject({ results: counted, live: results === 'live' })
})

test('PO-3 every person counts once, with their last vote', () => {
  const { play, ann, bob } = asked({ maxChoices: 2 })
  ann.act({ type: 'vote', choice: [0, 1] })
  bob.act({ type: 'vote', choice: [1] })
  ann.act({ type: 'vote', choice: [1, 2] })
  expect(play.see('host').step?.content).toMatchObject({ results: { counts: [0, 2, 1], votes: 2 } })
})

test('PO-4 a poll has neither right answers nor points', () => {
  const { play, ann, host } = asked()
  ann.act({ type: 'vote', choice: [1] })
  host.reveal()
  expect(ann.sees().me).toMatchObject({ points: 0, place: null, stepPoints: null })
  expect(engine.report(play.state).people[0]?.answers).toMatchObject([
    { answer: ['Coffee'], right: null, points: null },
  ])
})

test('PO-5 a card becomes one more option, once, as long as there is room for it', () => {
  const texts = ['Tea', 'Soup', 'x'.repeat(301), ...Array.from({ length: 10 }, (_, index) => `Option ${index}`)]
  const play = playWorkshop({
    nodes: [steps.whiteboard({ notes: texts.map((text) => ({ text })) }), steps.poll()],
  })
  const host = play.facilitator
  host.start()
  const use = (index: number) => host.useCard(`plan-${index + 1}`, 'poll-2')
  expect([use(0), use(1), use(1)]).toEqual([null, null, null])
  expect(play.log.filter(({ actionType }) => actionType === 'poll.option_added')).toHaveLength(1)
  expect(use(2)).toEqual({ code: 'too_large', params: { max: 300 } })
  expect(Array.from({ length: 8 }, (_, index) => use(index + 3))).toEqual(Array(8).fill(null))
  expect(use(11)).toEqual({ code: 'no_room', params: { max: 12 } })
  host.next()
  const content = play.see('participant').step?.content
  expect(content?.type === 'poll' && content.options.map(({ text }) => text)).toHaveLength(12)
})
