import { expect, test } from 'vitest'
import { engine } from './index.ts'
import { playWorkshop, steps } from './testing/index.ts'

test('R-5 the report holds every step that was opened and what every person gave, at any time', () => {
  const play = playWorkshop({
    title: 'Sums',
    nodes: [steps.quiz(), steps.poll({}, { title: 'Drinks' }), steps.slide()],
  })
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  play.facilitator.start()
  ann.act({ type: 'answer', choice: [1] })
  play.facilitator.reveal()
  play.facilitator.next()
  bob.act({ type: 'vote', choice: [2] })
  const report = engine.report(play.state)
  expect(report).toMatchObject({ title: 'Sums', completedAt: null })
  expect(report.steps).toMatchObject([
    {
      nodeId: 'quiz-1',
      title: '2 + 2?',
      phase: 'revealed',
      done: 1,
      content: { type: 'quiz', solution: { answers: 1 } },
    },
    {
      nodeId: 'poll-2',
      title: 'Drinks',
      phase: 'open',
      done: 1,
      content: { type: 'poll', results: { counts: [0, 0, 1] } },
    },
  ])
  expect(report.people).toEqual([
    {
      id: ann.id,
      name: 'Ann',
      points: 1_000,
      place: 1,
      answers: [
        { nodeId: 'quiz-1', prompt: '2 + 2?', answer: ['4'], right: true, points: 1_000 },
        { nodeId: 'poll-2', prompt: 'Tea or coffee?', answer: null, right: null, points: null },
      ],
    },
    {
      id: bob.id,
      name: 'Bob',
      points: 0,
      place: 2,
      answers: [
        { nodeId: 'quiz-1', prompt: '2 + 2?', answer: null, right: null, points: 0 },
        { nodeId: 'poll-2', prompt: 'Tea or coffee?', answer: ['Water'], right: null, points: null },
      ],
    },
  ])
})

test('R-5 whoever was sent out has no place in the report, and what they gave stays', () => {
  const play = playWorkshop({ nodes: [steps.quiz()] })
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  play.facilitator.start()
  ann.act({ type: 'answer', choice: [1] })
  play.facilitator.reveal()
  play.facilitator.kick(ann)
  expect(engine.report(play.state).people).toMatchObject([
    { id: bob.id, place: 1, points: 0 },
    { id: ann.id, place: null, points: 1_000, answers: [{ answer: ['4'], points: 1_000 }] },
  ])
})
