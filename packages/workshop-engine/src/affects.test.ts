import { expect, test } from 'vitest'
import { engine } from './index.ts'
import { playWorkshop, steps } from './testing/index.ts'

test('D-2 whoever comes back with a score moves the places of others, so everybody is named', () => {
  const play = playWorkshop({ nodes: [steps.quiz()] })
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  play.facilitator.start()
  ann.act({ type: 'answer', choice: [1] })
  play.facilitator.reveal()
  play.facilitator.kick(ann, { mayReturn: true })
  const before = bob.sees().me?.place
  ann.join()
  expect([before, bob.sees().me?.place]).toEqual([1, 2])
  expect(play.log.slice(-2).map((row) => engine.affects(engine.readEvent(row)))).toEqual(['everyone', 'everyone'])
})

test('D-2 an answer is the affair of its author alone', () => {
  const play = playWorkshop({ nodes: [steps.poll()] })
  const ann = play.join('Ann')
  play.facilitator.start()
  ann.act({ type: 'vote', choice: [1] })
  expect(play.log.slice(-1).map((row) => engine.affects(engine.readEvent(row)))).toEqual([[ann.id]])
})
