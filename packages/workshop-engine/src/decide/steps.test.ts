import { describe, expect, test } from 'vitest'
import type { nodeTypes } from '../index.ts'
import type { RejectionCode } from '../rejection.ts'
import { playWorkshop, steps, type WorkshopPlay } from '../testing/index.ts'

type Play = WorkshopPlay<typeof nodeTypes>

function started(...nodes: Parameters<typeof playWorkshop>[0]['nodes']): Play {
  const play = playWorkshop({ nodes })
  play.facilitator.start()
  return play
}

const here = (play: Play) => play.see('screen').step?.nodeId
const phase = (play: Play) => play.see('screen').step?.phase

test('S-1 going on follows the list, and where a step names another, that one', () => {
  const play = started(steps.slide('1', { next: 'slide-3' }), steps.slide('2'), steps.slide('3', { next: 'slide-2' }))
  const way = [1, 2, 3].map(() => {
    play.facilitator.next()
    return here(play)
  })
  expect(way).toEqual(['slide-3', 'slide-2', 'slide-3'])
  expect(play.see('host').upcoming).toBe('2')
})

describe('S-2 a command meant for another step than the current hits nothing', () => {
  const wishes = {
    next: (play: Play) => play.facilitator.next('poll-1'),
    back: (play: Play) => play.facilitator.back('poll-1'),
    jump: (play: Play) => play.facilitator.jump('slide-3', 'poll-1'),
    close: (play: Play) => play.facilitator.close('poll-1'),
    reveal: (play: Play) => play.facilitator.reveal('poll-1'),
    reopen: (play: Play) => play.facilitator.reopen('poll-1'),
    extend: (play: Play) => play.facilitator.extend(30, 'poll-1'),
  }
  test.each(Object.entries(wishes))('S-2 %s', (_, wish) => {
    const play = started(steps.poll(), steps.poll(), steps.slide())
    play.facilitator.next()
    expect(wish(play)).toEqual({ code: 'step_changed' })
    expect(here(play)).toBe('poll-2')
  })
})

test('S-3 back goes the way people came, to its beginning', () => {
  const play = started(steps.slide('1'), steps.slide('2'), steps.slide('3'))
  play.facilitator.jump('slide-3')
  play.facilitator.jump('slide-2')
  expect(play.see('host').canGoBack).toBe(true)
  play.facilitator.back()
  expect(here(play)).toBe('slide-3')
  play.facilitator.back()
  expect(here(play)).toBe('slide-1')
  expect(play.facilitator.back()).toEqual({ code: 'no_way_back' })
  expect(play.see('host').canGoBack).toBe(false)
})

test('S-4 a jump goes to any step of the plan', () => {
  const play = started(steps.slide('1'), steps.slide('2'), steps.slide('3'))
  expect(play.facilitator.jump('slide-3')).toBeNull()
  expect(here(play)).toBe('slide-3')
  expect(play.facilitator.jump('slide-4')).toEqual({ code: 'unknown_step' })
})

test('S-4 a jump to the current step changes nothing', () => {
  const play = started(steps.poll())
  const rows = play.log.length
  expect(play.facilitator.jump('poll-1')).toBeNull()
  expect(play.log).toHaveLength(rows)
  expect(phase(play)).toBe('open')
})

/** Phase of a step that collects × what the facilitator does → the phase then, or the refusal. */
const table: readonly ['open' | 'closed' | 'revealed', 'close' | 'reveal' | 'reopen', string | RejectionCode][] = [
  ['open', 'close', 'closed'],
  ['open', 'reveal', 'revealed'],
  ['open', 'reopen', 'open'],
  ['closed', 'close', 'closed'],
  ['closed', 'reveal', 'revealed'],
  ['closed', 'reopen', 'open'],
  ['revealed', 'close', 'revealed'],
  ['revealed', 'reveal', 'revealed'],
  ['revealed', 'reopen', 'not_now'],
]

test.each(table)('S-5 %s × %s → %s', (before, verb, after) => {
  const play = started(steps.poll())
  if (before === 'closed') play.facilitator.close()
  if (before === 'revealed') play.facilitator.reveal()
  const refused = play.facilitator[verb]()
  expect(refused?.code ?? phase(play)).toBe(after)
})

test.each(['close', 'reveal', 'reopen'] as const)('S-6 there is nothing to %s at a step that only shows', (verb) => {
  const play = started(steps.slide())
  expect(play.facilitator[verb]()).toEqual({ code: 'not_now' })
  expect(phase(play)).toBe('open')
})

test('S-7 leaving an open step closes it, and coming back shows it as it was left', () => {
  const play = started(steps.quiz({ answerSeconds: 20 }), steps.slide())
  play.facilitator.next()
  expect(play.see('host').agenda.map((item) => item.phase)).toEqual(['closed', 'open'])
  play.facilitator.back()
  expect(play.see('participant').step).toMatchObject({ phase: 'closed', deadline: null, number: 3 })
})

test('S-7 a revealed step stays revealed', () => {
  const play = started(steps.poll(), steps.slide())
  play.facilitator.reveal()
  play.facilitator.next()
  play.facilitator.back()
  expect(phase(play)).toBe('revealed')
})

test('S-8 a step that only shows opens anew each time, with a fresh clock', () => {
  const play = started(steps.slide('1', { autoNext: 60 }), steps.slide('2'))
  play.advance(10)
  play.facilitator.next()
  play.advance(5)
  play.facilitator.back()
  expect(play.see('screen').step).toMatchObject({ phase: 'open', goesOnAt: play.now + 60_000 })
})

test('S-9 a reopened step takes answers again, without a time limit', () => {
  const play = playWorkshop({ nodes: [steps.poll({ answerSeconds: 20 })] })
  const ann = play.join('Ann')
  play.facilitator.start()
  play.advance(22)
  expect(ann.act({ type: 'vote', choice: [0] })).toEqual({ code: 'step_closed' })
  play.facilitator.reopen()
  expect(play.see('participant').step).toMatchObject({ phase: 'open', deadline: null })
  expect(ann.act({ type: 'vote', choice: [0] })).toBeNull()
})

test('S-10 a step taken during a pause ends the pause', () => {
  const play = started(steps.slide(), steps.quiz({ answerSeconds: 20 }))
  play.facilitator.pause()
  play.advance(100)
  play.facilitator.next()
  expect(play.see('screen')).toMatchObject({ phase: 'active', step: { pausedAt: null, deadline: play.now + 20_000 } })
})

test('S-11 steps are counted as they are taken, and each shows where it stands in the plan', () => {
  const play = started(steps.slide(), steps.slide(), steps.slide())
  play.facilitator.jump('slide-3')
  play.facilitator.back()
  expect(play.see('participant')).toMatchObject({ total: 3, step: { number: 3, position: 1 } })
})
