import { expect, test } from 'vitest'
import { z } from 'zod'
import { createEngine, defineNodeType, engine } from '../../index.ts'
import { showing } from '../../nodes/showing.ts'
import { playWorkshop, RefusedCommand, steps } from '../index.ts'

test('X-2 a draft is completed, and what is wrong in it is reported with its path', () => {
  const play = playWorkshop({ nodes: [steps.slide(), { ...steps.quiz(), id: 'sums' }] })
  expect(play.plan).toMatchObject({ format: 'humuus/1', nodes: [{ id: 'slide-1' }, { id: 'sums' }] })
  expect(() => playWorkshop({ nodes: [{ type: 'quiz', data: {} }] })).toThrow('"nodes"')
})

test('X-3 what becomes due while time passes happens at its exact deadline', () => {
  const play = playWorkshop({ nodes: [steps.countdown(10), steps.countdown(20), steps.slide()] })
  play.facilitator.start()
  const start = play.now
  play.advance(100)
  expect(play.log.slice(-2).map(({ at }) => at - start)).toEqual([10_000, 30_000])
  expect(play.now - start).toBe(100_000)
})

test('X-3 time may pass without anybody looking at the clock', () => {
  const play = playWorkshop({ nodes: [steps.countdown(10), steps.slide()] })
  play.facilitator.start()
  play.sleep(60)
  expect(play.see('screen').step?.nodeId).toBe('countdown-1')
  expect(play.tick()).toBeNull()
  expect(play.log.at(-1)).toMatchObject({ nodeId: 'slide-2', at: play.now })
})

test('X-4 a refused command returns its rejection, or throws it where a scenario insists', () => {
  expect(playWorkshop({ nodes: [steps.slide()] }).facilitator.pause()).toEqual({ code: 'not_now' })
  const play = playWorkshop({ nodes: [steps.slide()] }, engine, { refusals: 'thrown' })
  expect(() => play.facilitator.pause()).toThrow(RefusedCommand)
  expect(() => play.facilitator.pause()).toThrow('"pause" was refused: not_now')
})

test('X-4 somebody who cannot be seated is a mistake of the scenario', () => {
  const play = playWorkshop({ nodes: [steps.slide()], settings: { maxParticipants: 1 } })
  play.join('Ann')
  expect(() => play.join('Bob')).toThrow('session_full')
})

test('X-5 the log of a scenario is a log: numbered rows that lead to the same views', () => {
  const play = playWorkshop({ nodes: [steps.quiz({ answerSeconds: 5 }), steps.end()] })
  const ann = play.join('Ann')
  play.facilitator.start()
  ann.act({ type: 'answer', choice: [2] })
  play.facilitator.reveal()
  play.facilitator.next()
  const again = engine.fold(
    engine.initial({ plan: play.plan, facilitator: { id: play.facilitator.id, name: 'Facilitator' } }),
    play.log.map(engine.readEvent),
  )
  expect(play.log.map(({ version }) => version)).toEqual(play.log.map((_, index) => index + 1))
  expect(engine.sharedView(again, 'host')).toEqual(play.see('host'))
  expect(engine.ownView(again, ann.id)).toEqual(ann.sees().me)
})

test('X-6 an engine with other node types is played the same way', () => {
  const gong = defineNodeType({
    ...showing,
    type: 'gong',
    config: z.strictObject({ times: z.int() }),
    finishes: false,
    goesOnAfter: ({ times }) => times,
    participant: () => ({ sounds: true }),
    screen: () => ({}),
    host: ({ config }) => ({ times: config.times }),
    headline: () => 'Gong',
  })
  const play = playWorkshop({ nodes: [{ type: 'gong', data: { times: 3 } }] }, createEngine([gong]))
  play.facilitator.start()
  expect(play.see('host').step?.content).toEqual({ type: 'gong', times: 3 })
  expect(play.see('participant').step?.content.sounds).toBe(true)
  play.advance(3)
  expect(play.see('screen').phase).toBe('completed')
})
