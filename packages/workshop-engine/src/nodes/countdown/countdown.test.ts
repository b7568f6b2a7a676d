import { expect, test } from 'vitest'
import { playWorkshop, steps } from '../../testing/index.ts'

test('CD-1 a countdown goes on at zero', () => {
  const play = playWorkshop({ nodes: [steps.countdown(90), steps.slide()] })
  play.facilitator.start()
  expect(play.see('screen').step).toMatchObject({ goesOnAt: play.now + 90_000, content: { seconds: 90, text: '' } })
  play.advance(89.999)
  expect(play.see('screen').step?.nodeId).toBe('countdown-1')
  play.advance(0.001)
  expect(play.see('screen').step?.nodeId).toBe('slide-2')
})

test('CD-2 where the plan gives it another time to go on, that counts', () => {
  const play = playWorkshop({ nodes: [steps.countdown(90, { autoNext: 100 }), steps.slide()] })
  play.facilitator.start()
  expect(play.see('screen').step?.goesOnAt).toBe(play.now + 100_000)
})

test('CD-3 an agenda names it by its text, else by its length', () => {
  const play = playWorkshop({
    nodes: [steps.countdown(90), { type: 'countdown', data: { seconds: 5, text: 'Break' } }],
  })
  expect(play.see('host').agenda.map(({ title }) => title)).toEqual(['90 s', 'Break'])
})
