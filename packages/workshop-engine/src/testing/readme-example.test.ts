import { playWorkshop, steps } from '@humuus/workshop-engine/testing'
import { expect, test } from 'vitest'

test('X-1 Ann answers after half of the time and earns three quarters of the points', () => {
  const workshop = playWorkshop({ nodes: [steps.slide('Welcome'), steps.quiz({ answerSeconds: 20 })] })
  const ann = workshop.join('Ann')
  workshop.facilitator.start()
  workshop.facilitator.next()
  workshop.advance(10)
  ann.act({ type: 'answer', choice: [1] }) // all present are done: the quiz closes by itself
  workshop.facilitator.reveal()
  expect(ann.sees().me?.points).toBe(750)
})
