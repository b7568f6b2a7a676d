import { expect, test } from 'vitest'
import { playWorkshop, steps } from '../testing/index.ts'

function quizFor(names: readonly string[], data = {}, around = {}) {
  const play = playWorkshop({ nodes: [steps.quiz(data, around), steps.slide()] })
  const people = names.map((name) => play.join(name))
  play.facilitator.start()
  const phase = () => play.see('screen').step?.phase
  return { play, host: play.facilitator, people, phase }
}

const answer = { type: 'answer' as const, choice: [1] }

function pair(data = {}, around = {}) {
  const { people, ...rest } = quizFor(['Ann', 'Bob'], data, around)
  const [ann, bob] = people
  if (!ann || !bob) throw new Error('two people were seated')
  return { ...rest, ann, bob }
}

test('H-4 a quiz closes when everybody present has answered', () => {
  const { play, ann, bob, phase } = pair()
  ann.act(answer)
  expect(phase()).toBe('open')
  expect(play.see('screen')).toMatchObject({ present: 2, done: 1 })
  bob.act(answer)
  expect(phase()).toBe('closed')
  expect(play.log.at(-1)).toMatchObject({
    actionType: 'closed',
    actionData: { reason: 'all_done' },
    userId: 'system',
    commandId: null,
  })
})

test('H-4 the plan may say otherwise, for every step that collects', () => {
  const quiz = pair({}, { closeWhenAllDone: false })
  quiz.ann.act(answer)
  quiz.bob.act(answer)
  expect(quiz.phase()).toBe('open')
  for (const closeWhenAllDone of [true, undefined]) {
    const play = playWorkshop({ nodes: [steps.poll({}, { closeWhenAllDone })] })
    const ann = play.join('Ann')
    play.facilitator.start()
    ann.act({ type: 'vote', choice: [0] })
    expect(play.see('screen').step?.phase).toBe(closeWhenAllDone ? 'closed' : 'open')
  }
})

test('H-3 whoever is away is not waited for', () => {
  const { play, ann, bob, phase } = pair()
  bob.goesAway()
  expect(play.see('screen')).toMatchObject({ present: 1, done: 0 })
  ann.act(answer)
  expect(phase()).toBe('closed')
})

test('H-3 an answer of somebody away counts, and shows as done once they are back', () => {
  const { play, ann, bob } = pair({}, { closeWhenAllDone: false })
  ann.act(answer)
  ann.goesAway()
  expect(play.see('screen')).toMatchObject({ present: 1, done: 0 })
  expect(play.see('host').people[ann.id]).toMatchObject({ standing: 'away', done: true })
  ann.returns()
  expect(play.see('screen')).toMatchObject({ present: 2, done: 1 })
  expect(bob.sees().me?.step).toMatchObject({ choice: null })
})

const waysToGo = {
  'goes away': ({ bob }) => bob.goesAway(),
  leaves: ({ bob }) => bob.leave(),
  'is sent out': ({ host, bob }) => host.kick(bob),
} satisfies Record<string, (scene: ReturnType<typeof pair>) => unknown>

test.each(Object.entries(waysToGo))('H-5 the step closes when the last one who had not answered %s', (_, goes) => {
  const scene = pair()
  scene.ann.act(answer)
  goes(scene)
  expect(scene.phase()).toBe('closed')
})

test('H-5 nothing closes during a pause; whoever went meanwhile is noticed at its end', () => {
  const { host, ann, bob, phase } = pair()
  ann.act(answer)
  host.pause()
  bob.leave()
  expect(phase()).toBe('open')
  host.resume()
  expect(phase()).toBe('closed')
})

test('H-6 a step does not close because nobody is there', () => {
  const { play, ann, bob, phase } = pair()
  play.presence({ away: [ann.id, bob.id] })
  expect(play.see('screen')).toMatchObject({ present: 0, done: 0 })
  expect(phase()).toBe('open')
})

test('H-7 a step that was reopened closes by the facilitator, not because all are done', () => {
  const { host, ann, bob, phase } = pair()
  ann.act(answer)
  bob.act(answer)
  host.reopen()
  expect(ann.act({ type: 'answer', choice: [0] })).toBeNull()
  expect(phase()).toBe('open')
  host.close()
  expect(phase()).toBe('closed')
})

test('H-8 a step that goes on by itself shows its results once all are done', () => {
  const { play, ann, bob, phase } = pair({ answerSeconds: 60 }, { autoNext: 5 })
  ann.act(answer)
  play.advance(10)
  bob.act(answer)
  expect(phase()).toBe('revealed')
  play.advance(5)
  expect(play.see('screen').step?.nodeId).toBe('slide-2')
})
