import { expect, test } from 'vitest'
import { playWorkshop, steps } from '../../testing/index.ts'

test('EN-1 a closing step thanks everybody, and the workshop is complete', () => {
  const play = playWorkshop({ nodes: [steps.slide(), steps.end()] })
  const ann = play.join('Ann')
  play.facilitator.start()
  play.facilitator.next()
  expect(ann.sees()).toMatchObject({
    phase: 'completed',
    step: { content: { type: 'end', headline: 'Thank you', text: null } },
  })
})

test('EN-2 what comes after a closing step is not reached, not even by a clock', () => {
  const play = playWorkshop({ nodes: [{ type: 'end', autoNext: 5 }, steps.slide()] })
  play.facilitator.start()
  play.advance(60)
  expect(play.facilitator.next()).toEqual({ code: 'session_over' })
  expect(play.see('screen')).toMatchObject({ phase: 'completed', step: { nodeId: 'end-1' } })
})
