import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerGrace } from '../index.ts'
import { playWorkshop, steps } from '../testing/index.ts'

const answer = { type: 'answer' as const, choice: [1] }

interface Quiz {
  readonly readSeconds: number
  readonly answerSeconds: number
}

function asked({ readSeconds, answerSeconds }: Quiz) {
  const play = playWorkshop({ nodes: [steps.quiz({ readSeconds, answerSeconds }, { closeWhenAllDone: false })] })
  const ann = play.join('Ann')
  play.facilitator.start()
  return { play, ann, host: play.facilitator, openedAt: play.now }
}

/** What becomes of an answer given so many ms after the question appeared, and so many on its way; the device may say something else. */
function answered(
  quiz: Quiz,
  { reaction, latency, says = reaction }: Record<'reaction' | 'latency', number> & { says?: number },
) {
  const { play, ann, host, openedAt } = asked(quiz)
  play.advance((reaction + latency) / 1_000)
  const refused = ann.act(answer, 'quiz-1', openedAt + says)
  host.reveal()
  return { refused: refused?.code ?? null, points: ann.sees().me?.stepPoints }
}

const quizzes = fc.record({
  readSeconds: fc.integer({ min: 0, max: 5 }),
  answerSeconds: fc.integer({ min: 1, max: 30 }),
})
const reactions = fc.integer({ min: 0, max: 40_000 })
const ways = fc.integer({ min: 0, max: answerGrace - 1 })

test('A-12 whatever the way takes, up to two seconds, the same reaction is judged the same and earns the same points', () => {
  fc.assert(
    fc.property(quizzes, reactions, ways, (quiz, reaction, latency) => {
      expect(answered(quiz, { reaction, latency })).toEqual(answered(quiz, { reaction, latency: 0 }))
    }),
    { numRuns: 300 },
  )
})

test.each([50, 200, 500, 1_000, 1_500])(
  'A-12 an answer given 100 ms before the deadline counts after a way of %d ms, one given after it does not',
  (latency) => {
    const quiz = { readSeconds: 0, answerSeconds: 20 }
    expect(answered(quiz, { reaction: 19_900, latency })).toEqual({ refused: null, points: 502 })
    expect(answered(quiz, { reaction: 20_001, latency })).toEqual({ refused: 'step_closed', points: 0 })
  },
)

test('A-12 it comes too late for what people decide meanwhile', () => {
  const quiz = { readSeconds: 0, answerSeconds: 20 }
  const inTime = asked(quiz)
  inTime.play.advance(10)
  inTime.host.close()
  expect(inTime.ann.act(answer, 'quiz-1', inTime.play.now - 100)).toEqual({ code: 'step_closed' })
  const paused = asked(quiz)
  paused.play.advance(10)
  paused.host.pause()
  expect(paused.ann.act(answer, 'quiz-1', paused.play.now - 100)).toEqual({ code: 'paused' })
})

test('A-11 whoever lies about the time gains the grace and not a millisecond more', () => {
  fc.assert(
    fc.property(
      quizzes,
      reactions,
      ways,
      fc.integer({ min: -100_000, max: 100_000 }),
      (quiz, reaction, latency, lie) => {
        const lied = answered(quiz, { reaction, latency, says: reaction + lie })
        const best = answered(quiz, {
          reaction: Math.max(quiz.readSeconds * 1_000, reaction + latency - answerGrace),
          latency: 0,
        })
        expect(lied.points ?? 0).toBeLessThanOrEqual(best.points ?? 0)
      },
    ),
    { numRuns: 300 },
  )
})

test('A-11 what is said to be from the future was given when it came in, and so was what says nothing', () => {
  const quiz = { readSeconds: 0, answerSeconds: 20 }
  const plain = answered(quiz, { reaction: 10_000, latency: 0 })
  expect(answered(quiz, { reaction: 10_000, latency: 0, says: 19_000 })).toEqual(plain)
  const { play, ann, host } = asked(quiz)
  play.advance(10)
  ann.act(answer)
  host.reveal()
  expect(ann.sees().me?.stepPoints).toBe(plain.points)
})

test('A-11 longer than the grace costs what is beyond it', () => {
  const quiz = { readSeconds: 0, answerSeconds: 20 }
  const late = answered(quiz, { reaction: 5_000, latency: 5_000 })
  expect(late).toEqual(answered(quiz, { reaction: 8_000, latency: 0 }))
})

test('A-13 what was on its way through a pause counts as given at its end, when the clock showed the same', () => {
  const { play, ann, host } = asked({ readSeconds: 2, answerSeconds: 20 })
  play.advance(2.1)
  host.pause()
  play.advance(0.5)
  host.resume()
  play.advance(0.2)
  expect(ann.act(answer, 'quiz-1', play.now - 750)).toBeNull()
  expect(play.log.at(-1)?.actionData).toMatchObject({ elapsed: 100 })
})

test('A-13 a slip of the facilitator that is undone makes no answer too early', () => {
  const play = playWorkshop({ nodes: [steps.quiz({ answerSeconds: 20 }, { closeWhenAllDone: false }), steps.slide()] })
  const ann = play.join('Ann')
  play.facilitator.start()
  play.advance(0.3)
  play.facilitator.next()
  play.advance(1)
  play.facilitator.undo()
  play.advance(0.1)
  expect(ann.act(answer, 'quiz-1', play.now - 1_200)).toBeNull()
  expect(play.log.at(-1)?.actionData).toMatchObject({ elapsed: 300 })
})

test('A-13 no clock is so wrong that an answer to a question without reading time is too early', () => {
  const { play, ann } = asked({ readSeconds: 0, answerSeconds: 20 })
  expect(ann.act(answer, 'quiz-1', play.now - 3)).toBeNull()
  expect(play.log.at(-1)?.actionData).toMatchObject({ elapsed: 0 })
})
