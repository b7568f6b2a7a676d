import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engine } from '../../index.ts'
import { arbitraries, playWorkshop, steps } from '../../testing/index.ts'
import { isRight, pointsFor } from './points.ts'
import { QuizConfig } from './schema.ts'

const config = (data: Parameters<typeof steps.quiz>[0]) => QuizConfig.parse(steps.quiz(data).data)
const options = (...correct: readonly boolean[]) =>
  correct.map((one, index) => ({ text: `option ${index}`, correct: one }))

/** Options, a pick, seconds, and the points of 1,000 for an answer time of 20 s. */
const points = [
  ['QZ-1 right at once', [false, true, false], [1], 0, 1_000],
  ['QZ-1 right after half of the time', [false, true, false], [1], 10, 750],
  ['QZ-1 right at the last moment', [false, true, false], [1], 20, 500],
  ['QZ-1 right after the time, in a step that was reopened', [false, true, false], [1], 90, 500],
  ['QZ-1 wrong at once', [false, true, false], [0], 0, 0],
  ['QZ-2 both of two', [true, true, false], [0, 1], 0, 1_000],
  ['QZ-2 one of two', [true, true, false], [0], 0, 500],
  ['QZ-2 one of two and a wrong one', [true, true, false], [0, 2], 0, 0],
  ['QZ-2 two of three', [true, true, true, false], [0, 1], 0, 667],
  ['QZ-2 two of three and a wrong one', [true, true, true, false], [0, 1, 3], 0, 333],
  ['QZ-2 everything', [true, true, false, false], [0, 1, 2, 3], 0, 0],
] as const

test.each(points)('%s: options %j, picked %j after %d s → %d', (_, correct, choice, seconds, earned) => {
  const quiz = config({ options: options(...correct), answerSeconds: 20 })
  expect(pointsFor(quiz, choice, seconds * 1_000)).toBe(earned)
})

test('QZ-1 without the speed bonus, or without a time limit, the time does not matter', () => {
  expect(pointsFor(config({ answerSeconds: 20, speedBonus: false }), [1], 19_000)).toBe(1_000)
  expect(pointsFor(config({}), [1], 3_600_000)).toBe(1_000)
})

test('QZ-1 the plan says what a right answer is worth', () => {
  expect(pointsFor(config({ points: 300 }), [1], 0)).toBe(300)
  expect(pointsFor(config({ points: 0 }), [1], 0)).toBe(0)
})

test('QZ-1 nobody earns less than nothing or more than the plan gives, and later is never better', () => {
  const pick = fc.uniqueArray(fc.nat(3), { minLength: 1 })
  fc.assert(
    fc.property(arbitraries.quiz.config, pick, fc.nat(100_000), fc.nat(100_000), (quiz, choice, elapsed, more) => {
      const earned = pointsFor(quiz, choice, elapsed)
      return earned >= 0 && earned <= quiz.points && pointsFor(quiz, choice, elapsed + more) <= earned
    }),
  )
})

test('QZ-3 an answer is right when exactly the right options were picked', () => {
  const quiz = config({ options: options(true, true, false) })
  expect([[0, 1], [1, 0], [0], [0, 1, 2], []].map((choice) => isRight(quiz, choice))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

function asked(data: Parameters<typeof steps.quiz>[0]) {
  const play = playWorkshop({ nodes: [steps.quiz(data, { notes: 'Take your time.' })] })
  const ann = play.join('Ann')
  play.facilitator.start()
  return { play, ann, host: play.facilitator }
}

test('QZ-4 several options may be picked where several are right, else one', () => {
  const one = asked({ options: options(true, false, false) })
  expect(one.ann.sees().step?.content).toMatchObject({ several: false })
  expect(one.ann.act({ type: 'answer', choice: [0, 1] })).toEqual({ code: 'invalid_answer' })
  const several = asked({ options: options(true, true, false) })
  expect(several.ann.sees().step?.content).toMatchObject({ several: true })
  expect(several.ann.act({ type: 'answer', choice: [2, 0] })).toBeNull()
  expect(several.ann.sees().me?.step).toMatchObject({ choice: [0, 2] })
})

test('QZ-4 an option picked twice is picked once, one that does not exist is refused', () => {
  const { play, ann } = asked({})
  expect(ann.act({ type: 'answer', choice: [3] })).toEqual({ code: 'invalid_answer' })
  expect(ann.act({ type: 'answer', choice: [1, 1] })).toBeNull()
  expect(play.log.find(({ actionType }) => actionType === 'quiz.answered')?.actionData).toMatchObject({ choice: [1] })
})

test('QZ-5 the solution, its explanation and how all answered reach phones and screen with the reveal', () => {
  const { play, ann, host } = asked({ explanation: 'Because.' })
  ann.act({ type: 'answer', choice: [0] })
  const solution = { correct: [1], counts: [1, 0, 0], answers: 1, explanation: 'Because.' }
  expect(play.see('host').step?.content).toMatchObject({ solution })
  expect(play.see('screen').step?.phase).toBe('closed')
  expect(play.see('screen').step?.content).toMatchObject({ solution: null })
  expect(ann.sees().me?.step).toEqual({ type: 'quiz', choice: [0], right: null })
  host.reveal()
  expect(play.see('screen').step?.content).toMatchObject({ solution })
  expect(ann.sees().step?.content).toMatchObject({ solution })
  expect(ann.sees().me?.step).toEqual({ type: 'quiz', choice: [0], right: false })
})

test('QZ-6 a report names options by their text, and pictures by their letter', () => {
  const pictures = [{ image: { url: '/files/a.png' } }, { image: { url: '/files/b.png' }, correct: true }]
  const { play, ann } = asked({ options: pictures })
  ann.act({ type: 'answer', choice: [1] })
  expect(engine.report(play.state).people[0]?.answers).toMatchObject([{ answer: ['B'] }])
})
