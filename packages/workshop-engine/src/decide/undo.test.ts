import { expect, test } from 'vitest'
import { engine } from '../index.ts'
import { playWorkshop, steps } from '../testing/index.ts'

function started(...nodes: Parameters<typeof playWorkshop>[0]['nodes']) {
  const play = playWorkshop({ nodes })
  const ann = play.join('Ann')
  play.facilitator.start()
  return { play, ann, host: play.facilitator }
}

test('U-2 an undo is offered for thirty seconds', () => {
  const { play, host } = started(steps.slide(), steps.slide())
  host.next()
  expect(play.see('host').undoUntil).toBe(play.now + 30_000)
  play.advance(30)
  expect(host.undo()).toBeNull()
  expect(play.see('screen').step?.nodeId).toBe('slide-1')
  host.next()
  play.advance(30.001)
  expect(host.undo()).toEqual({ code: 'nothing_to_undo' })
})

test('U-2 an undo takes back one change, and there is none of an undo', () => {
  const { play, host } = started(steps.slide(), steps.slide(), steps.slide())
  host.next()
  host.next()
  expect(host.undo()).toBeNull()
  expect(play.see('screen').step?.nodeId).toBe('slide-2')
  expect(play.see('host').undoUntil).toBeNull()
  expect(host.undo()).toEqual({ code: 'nothing_to_undo' })
})

test('U-2 the start is not undone', () => {
  const { host } = started(steps.slide())
  expect(host.undo()).toEqual({ code: 'nothing_to_undo' })
})

test('U-3 answers that came in meanwhile stay', () => {
  const { play, ann, host } = started(steps.slide(), steps.poll())
  host.next()
  ann.act({ type: 'vote', choice: [2] })
  host.undo()
  expect(play.see('host').agenda.map(({ phase }) => phase)).toEqual(['open', 'pending'])
  host.next()
  expect(play.see('host')).toMatchObject({
    done: 1,
    step: { phase: 'open', content: { results: { counts: [0, 0, 1] } } },
  })
})

test('U-3 people who joined or went meanwhile stay as they are', () => {
  const { play, ann, host } = started(steps.slide(), steps.slide())
  host.next()
  const bob = play.join('Bob')
  ann.goesAway()
  host.undo()
  expect(bob.sees().me?.standing).toBe('present')
  expect(play.see('screen').present).toBe(1)
})

test('U-3 a pause made since the change is taken back with it', () => {
  const { play, host } = started(steps.countdown(60), steps.slide())
  play.advance(10)
  host.next()
  host.pause()
  play.advance(20)
  host.undo()
  expect(play.see('screen')).toMatchObject({
    phase: 'active',
    step: { nodeId: 'countdown-1', goesOnAt: play.now + 50_000 },
  })
})

test('U-3 an undo leads back into a pause that the change had ended', () => {
  const { play, host } = started(steps.countdown(60), steps.slide())
  play.advance(10)
  host.pause()
  play.advance(5)
  host.next()
  play.advance(20)
  host.undo()
  expect(play.see('screen').phase).toBe('paused')
  play.advance(100)
  host.resume()
  expect(engine.nextDeadline(play.state)).toBe(play.now + 50_000)
})

test('U-4 points go when the reveal is undone, and come with the next', () => {
  const { ann, host } = started(steps.quiz())
  ann.act({ type: 'answer', choice: [1] })
  host.reveal()
  expect(ann.sees().me).toMatchObject({ points: 1_000, place: 1, step: { right: true } })
  host.undo()
  expect(ann.sees().me).toMatchObject({ points: 0, place: null, stepPoints: null, step: { right: null } })
  host.reveal()
  expect(ann.sees().me).toMatchObject({ points: 1_000 })
})

test('U-5 a step whose time was up is open again without a limit', () => {
  const { play, ann, host } = started(steps.poll({ answerSeconds: 20 }))
  play.advance(25)
  host.undo()
  expect(play.see('participant').step).toMatchObject({ phase: 'open', deadline: null })
  expect(ann.act({ type: 'vote', choice: [0] })).toBeNull()
})

test('U-5 also if it was closed by hand in the grace', () => {
  const { play, host } = started(steps.poll({ answerSeconds: 20 }))
  play.advance(21)
  host.close()
  play.advance(0.1)
  host.undo()
  expect(play.see('participant').step).toMatchObject({ phase: 'open', deadline: null })
})

test('U-5 a step that went on by itself no longer does', () => {
  const { play, host } = started(steps.countdown(10), steps.slide())
  play.advance(15)
  host.undo()
  play.advance(100)
  expect(play.see('screen').step).toMatchObject({ nodeId: 'countdown-1', goesOnAt: null })
})

test('U-6 completing is undone like any step, ending is not', () => {
  const { play, host } = started(steps.poll())
  host.next()
  expect(play.see('screen').phase).toBe('completed')
  expect(host.undo()).toBeNull()
  expect(play.see('screen')).toMatchObject({ phase: 'active', step: { phase: 'open' } })
  expect(play.see('host').completedAt).toBeNull()
  host.end()
  expect(host.undo()).toEqual({ code: 'nothing_to_undo' })
})

test('U-7 a step that closed because all were done stays open after an undo', () => {
  const { play, ann, host } = started(steps.quiz())
  ann.act({ type: 'answer', choice: [0] })
  expect(play.see('screen').step?.phase).toBe('closed')
  host.undo()
  expect(ann.act({ type: 'answer', choice: [1] })).toBeNull()
  expect(play.see('screen').step?.phase).toBe('open')
})
