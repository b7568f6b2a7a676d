import { describe, expect, test } from 'vitest'
import { answerGrace, engine } from '../index.ts'
import { playWorkshop, steps } from '../testing/index.ts'

const second = 1_000
const grace = answerGrace / second

function started(...nodes: Parameters<typeof playWorkshop>[0]['nodes']) {
  const play = playWorkshop({ nodes })
  play.facilitator.start()
  return play
}

type Play = ReturnType<typeof started>
/** Seconds until something happens by itself. */
const due = (play: Play) => {
  const deadline = engine.nextDeadline(play.state)
  return deadline === null ? null : (deadline - play.now) / second
}
const step = (play: Play) => play.see('screen').step

test('C-2 the next deadline is that of the open step, then of going on, and none while nothing runs', () => {
  const play = started(steps.quiz({ answerSeconds: 20 }, { autoNext: 5 }), steps.slide(), steps.countdown(7))
  expect(due(play)).toBe(20 + grace)
  play.facilitator.pause()
  expect(due(play)).toBeNull()
  play.facilitator.resume()
  play.facilitator.close()
  expect(due(play)).toBeNull()
  play.facilitator.reveal()
  expect(due(play)).toBe(5)
  play.facilitator.next()
  expect(due(play)).toBeNull()
  play.facilitator.next()
  expect(due(play)).toBe(7)
  play.facilitator.end()
  expect(due(play)).toBeNull()
})

test('C-3 the time to answer begins when the time to read is over', () => {
  const play = started(steps.quiz({ readSeconds: 5, answerSeconds: 20 }))
  expect(step(play)).toMatchObject({ readUntil: play.now + 5 * second, deadline: play.now + 25 * second })
})

test('C-4 when its time is up a step closes and waits for the facilitator', () => {
  const play = started(steps.quiz({ answerSeconds: 20 }), steps.slide())
  play.advance(20 + grace - 0.001)
  expect(step(play)?.phase).toBe('open')
  play.advance(0.001)
  expect(step(play)?.phase).toBe('closed')
  expect(play.log.at(-1)).toMatchObject({
    actionType: 'closed',
    actionData: { reason: 'time' },
    userId: 'system',
    at: play.now,
  })
  play.advance(3_600)
  expect(step(play)).toMatchObject({ nodeId: 'quiz-1', phase: 'closed' })
})

test('C-5 a step that goes on by itself shows its results when its time is up, and then goes on', () => {
  const play = started(
    steps.quiz({ answerSeconds: 20 }, { autoNext: 5 }),
    steps.slide('2', { autoNext: 10 }),
    steps.slide(),
  )
  play.advance(20)
  expect(step(play)?.phase).toBe('open')
  play.advance(grace)
  expect(step(play)).toMatchObject({ phase: 'revealed', goesOnAt: play.now + 5 * second })
  play.advance(5)
  expect(step(play)?.nodeId).toBe('slide-2')
  play.advance(10)
  expect(step(play)?.nodeId).toBe('slide-3')
})

test('C-5 the last step that goes on by itself completes the workshop', () => {
  const play = started(steps.slide('1', { autoNext: 10 }))
  play.advance(10)
  expect(play.see('screen').phase).toBe('completed')
})

test('C-6 a pause stops every clock: what was left before it is left after it', () => {
  const play = started(steps.quiz({ readSeconds: 5, answerSeconds: 20 }))
  play.advance(2)
  play.facilitator.pause()
  play.advance(3_600)
  expect(step(play)).toMatchObject({ phase: 'open', pausedAt: play.now - 3_600 * second })
  play.facilitator.resume()
  expect(step(play)).toMatchObject({ pausedAt: null, readUntil: play.now + 3 * second })
  expect(due(play)).toBe(23 + grace)
})

test('C-6 two pauses add up', () => {
  const play = started(steps.slide('1', { autoNext: 60 }))
  for (const seconds of [10, 20]) {
    play.advance(5)
    play.facilitator.pause()
    play.advance(seconds)
    play.facilitator.resume()
  }
  expect(due(play)).toBe(50)
})

test('C-7 extending moves the deadline, and taking it away leaves the step open', () => {
  const play = started(steps.quiz({ answerSeconds: 20 }))
  play.advance(5)
  play.facilitator.extend(30)
  expect(due(play)).toBe(45 + grace)
  play.facilitator.extend(null)
  expect(due(play)).toBeNull()
  play.advance(3_600)
  expect(step(play)?.phase).toBe('open')
})

test('C-7 a step without a limit gets one, counted from when answers are taken', () => {
  const play = started(steps.quiz({ readSeconds: 5 }))
  play.facilitator.extend(30)
  expect(due(play)).toBe(35 + grace)
  const later = started(steps.poll())
  later.advance(100)
  later.facilitator.extend(30)
  expect(due(later)).toBe(30 + grace)
})

test('C-7 in a pause the clock is extended from where it stands', () => {
  const play = started(steps.quiz({ answerSeconds: 20 }))
  play.advance(5)
  play.facilitator.pause()
  play.advance(100)
  play.facilitator.extend(30)
  play.facilitator.resume()
  expect(due(play)).toBe(45 + grace)
})

test('C-7 time that ran out unnoticed is not counted again: the extension begins now', () => {
  const play = started(steps.quiz({ answerSeconds: 20 }))
  play.sleep(50)
  play.facilitator.extend(30)
  expect(due(play)).toBe(30 + grace)
})

test('C-7 a step that is about to go on waits longer, or for the facilitator', () => {
  const play = started(steps.countdown(60), steps.slide())
  play.advance(50)
  play.facilitator.extend(30)
  expect(due(play)).toBe(40)
  play.facilitator.extend(null)
  expect(due(play)).toBeNull()
})

test('C-7 where no clock runs there is none to extend', () => {
  const play = started(steps.slide(), steps.poll())
  expect(play.facilitator.extend(30)).toEqual({ code: 'no_time_limit' })
  play.facilitator.next()
  play.facilitator.close()
  expect(play.facilitator.extend(30)).toEqual({ code: 'no_time_limit' })
})

test('C-8 a tick that comes late does what is due, and the next clock runs from then', () => {
  const play = started(steps.countdown(60), steps.countdown(60), steps.slide())
  play.sleep(500)
  play.tick()
  expect(step(play)?.nodeId).toBe('countdown-2')
  expect(due(play)).toBe(60)
  play.tick()
  expect(step(play)?.nodeId).toBe('countdown-2')
})

test('C-8 a tick during a pause does nothing, however late it is', () => {
  const play = started(steps.countdown(60), steps.slide())
  play.sleep(59)
  play.facilitator.pause()
  play.sleep(500)
  play.tick()
  expect(step(play)?.nodeId).toBe('countdown-1')
})

test('C-9 results shown during a pause go on only some time after it', () => {
  const play = started(steps.quiz({}, { autoNext: 10 }), steps.slide())
  play.facilitator.pause()
  play.advance(100)
  play.facilitator.reveal()
  play.advance(100)
  play.facilitator.resume()
  expect(due(play)).toBe(10)
})

describe('C-10 for a while after its deadline a step is open for what is on its way', () => {
  const answer = { type: 'answer' as const, choice: [1] }
  function inGrace(around = {}) {
    const play = playWorkshop({ nodes: [steps.quiz({ answerSeconds: 20 }, around), steps.slide()] })
    const people = { ann: play.join('Ann'), bob: play.join('Bob') }
    play.facilitator.start()
    play.advance(20.5)
    return { play, ...people }
  }

  test('C-10 the clock that people see has run out, and what was given in time is taken', () => {
    const { play, ann } = inGrace()
    expect(play.see('participant').step).toMatchObject({ phase: 'open', deadline: play.now - 0.5 * second })
    expect(ann.act(answer, 'quiz-1', play.now - 0.6 * second)).toBeNull()
  })

  test('C-10 when everybody present is done it closes at once', () => {
    const { play, ann, bob } = inGrace()
    for (const person of [ann, bob]) person.act(answer, 'quiz-1', play.now - second)
    expect(step(play)?.phase).toBe('closed')
  })

  test('C-10 a step that goes on by itself shows its results only then', () => {
    const { play } = inGrace({ autoNext: 5 })
    expect(step(play)?.phase).toBe('open')
    play.advance(grace)
    expect(step(play)?.phase).toBe('revealed')
  })

  test('C-10 a pause stops the grace, too', () => {
    const { play } = inGrace()
    play.facilitator.pause()
    play.advance(100)
    play.facilitator.resume()
    expect(due(play)).toBe(1.5)
  })

  test('C-10 an extension made in it counts from now', () => {
    const { play, ann } = inGrace()
    play.facilitator.extend(30)
    expect(step(play)?.deadline).toBe(play.now + 30 * second)
    play.advance(30)
    expect(ann.act(answer)).toBeNull()
  })
})
