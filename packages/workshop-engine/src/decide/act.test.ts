import { describe, expect, test } from 'vitest'
import { engine } from '../index.ts'
import { playWorkshop, steps } from '../testing/index.ts'

const answer = { type: 'answer' as const, choice: [1] }

/** A quiz to read for 5 s and to answer for 20 s, then a poll and a slide. */
function open(around = {}) {
  const play = playWorkshop({
    nodes: [
      steps.quiz({ readSeconds: 5, answerSeconds: 20 }, { closeWhenAllDone: false, ...around }),
      steps.poll(),
      steps.slide(),
    ],
  })
  const ann = play.join('Ann')
  play.facilitator.start()
  return { play, ann, host: play.facilitator }
}

function readable(around = {}) {
  const scene = open(around)
  scene.play.advance(5)
  return scene
}

describe('A-1 an answer is judged against the step it names', () => {
  const named = [
    ['A-1 a step that the plan does not have', 'nowhere', 'quiz', 'unknown_step'],
    ['A-1 a step of another type', 'quiz-1', 'poll', 'wrong_step_type'],
    ['A-1 a step that was not opened yet', 'poll-2', 'poll', 'step_not_open'],
  ] as const
  test.each(named)('%s', (_, nodeId, node, code) => {
    const { play, ann } = readable()
    const act = { type: 'act', nodeId, node, act: answer } as const
    expect(play.send({ kind: 'user', id: ann.id }, act)).toEqual({ code })
  })

  test('A-1 a step that was left, closed or revealed takes no more answers', () => {
    const { ann, host } = readable()
    host.close()
    expect(ann.act(answer)).toEqual({ code: 'step_closed' })
    host.reveal()
    expect(ann.act(answer)).toEqual({ code: 'step_closed' })
    host.next()
    expect(ann.act(answer, 'quiz-1')).toEqual({ code: 'step_closed' })
    expect(ann.act({ type: 'vote', choice: [0] })).toBeNull()
  })

  test('A-1 before the start no step is open', () => {
    const play = playWorkshop({ nodes: [steps.poll()] })
    expect(play.join('Ann').act({ type: 'vote', choice: [0] })).toEqual({ code: 'step_not_open' })
  })
})

test('A-2 only people who are in take part: neither strangers, nor who left, nor who was sent out', () => {
  const { play, ann, host } = readable()
  expect(play.person('Bob').act(answer)).toEqual({ code: 'not_joined' })
  ann.leave()
  expect(ann.act(answer)).toEqual({ code: 'not_joined' })
  ann.join()
  host.kick(ann)
  expect(ann.act(answer)).toEqual({ code: 'kicked' })
})

test('A-2 somebody whose connection was lost is still in', () => {
  const { ann } = readable()
  ann.goesAway()
  expect(ann.act(answer)).toBeNull()
})

test('A-3 nobody answers while people read', () => {
  const { play, ann } = open()
  play.advance(4.999)
  expect(ann.act(answer)).toEqual({ code: 'too_early' })
  play.advance(0.001)
  expect(ann.act(answer)).toBeNull()
})

test('A-4 an answer at the last moment counts, one after it does not, even if nobody has closed the step yet', () => {
  const { play, ann } = readable()
  play.sleep(20)
  expect(ann.act(answer)).toBeNull()
  play.sleep(0.001)
  expect(play.see('participant').step?.phase).toBe('open')
  expect(ann.act({ type: 'answer', choice: [0] })).toEqual({ code: 'step_closed' })
})

test('A-5 a pause takes no answers', () => {
  const { ann, host } = readable()
  host.pause()
  expect(ann.act(answer)).toEqual({ code: 'paused' })
  host.resume()
  expect(ann.act(answer)).toBeNull()
})

const junk = [
  null,
  7,
  'answer',
  [],
  {},
  { type: 'answer' },
  { type: 'answer', choice: ['1'] },
  { ...answer, score: 9 },
  { type: 'vote', choice: [0] },
]

test.each(junk)('A-6 what has not the shape of an answer is refused: %j', (act) => {
  const { play, ann } = readable()
  const command = { type: 'act' as const, nodeId: 'quiz-1', node: 'quiz', act }
  expect(play.send({ kind: 'user', id: ann.id }, command)).toEqual({ code: 'malformed' })
})

test('A-6 a step that only shows takes no answers at all', () => {
  const play = playWorkshop({ nodes: [steps.slide()] })
  const ann = play.join('Ann')
  play.facilitator.start()
  const command = { type: 'act' as const, nodeId: 'slide-1', node: 'slide', act: answer }
  expect(play.send({ kind: 'user', id: ann.id }, command)).toEqual({ code: 'malformed' })
})

test('A-7 an answer may be changed until the step is closed; the last one counts', () => {
  const { play, ann, host } = readable()
  ann.act({ type: 'answer', choice: [0] })
  ann.act({ type: 'answer', choice: [1] })
  expect(ann.sees().me?.step).toMatchObject({ choice: [1] })
  expect(play.see('host').step?.content).toMatchObject({ solution: { counts: [0, 1, 0], answers: 1 } })
  host.reveal()
  expect(ann.sees().me).toMatchObject({ points: 1_000 })
})

test('A-7 the same answer again is accepted and changes nothing, not even its time', () => {
  const { play, ann, host } = readable()
  ann.act(answer)
  const rows = play.log.length
  play.advance(10)
  expect(ann.act(answer)).toBeNull()
  expect(play.log).toHaveLength(rows)
  host.reveal()
  expect(ann.sees().me?.points).toBe(1_000)
})

test('A-8 time to answer is counted from when answers are taken, without pauses', () => {
  const { play, ann, host } = readable()
  play.advance(4)
  host.pause()
  play.advance(100)
  host.resume()
  play.advance(6)
  ann.act(answer)
  expect(play.log.at(-1)).toMatchObject({ actionType: 'quiz.answered', actionData: { choice: [1], elapsed: 10_000 } })
})

test('A-9 facilitators moderate what came in from when a step was opened, even after the end', () => {
  const play = playWorkshop({ nodes: [steps.openQuestion(), steps.openQuestion()] })
  const ann = play.join('Ann')
  play.facilitator.start()
  ann.act({ type: 'answer', slot: 0, text: 'a lot' })
  play.facilitator.end()
  const hide = { type: 'hide', answerId: '1', hidden: true } as const
  expect(play.consoleOf(ann).moderate(hide)).toEqual({ code: 'not_allowed' })
  expect(play.facilitator.moderate(hide, 'open-question-2')).toEqual({ code: 'step_not_open' })
  expect(play.facilitator.moderate(hide, 'nowhere')).toEqual({ code: 'unknown_step' })
  expect(play.facilitator.moderate(hide)).toBeNull()
  expect(play.see('host').step?.content).toMatchObject({ answers: [{ text: 'a lot', hidden: true }] })
})

test('A-10 an answer stays, whatever becomes of the person', () => {
  const { play, ann, host } = readable()
  ann.act(answer)
  ann.goesAway()
  ann.leave()
  host.kick(ann)
  expect(play.see('host').step?.content).toMatchObject({ solution: { answers: 1 } })
  expect(engine.report(play.state).steps[0]).toMatchObject({ done: 1 })
})
