import { expect, test } from 'vitest'
import { engine, type nodeTypes } from '../index.ts'
import type { SessionPhase } from '../phase.ts'
import type { RejectionCode } from '../rejection.ts'
import { playWorkshop, steps, type WorkshopPlay } from '../testing/index.ts'

type Play = WorkshopPlay<typeof nodeTypes>

const draft = { nodes: [steps.slide(), steps.poll()] }

/** A session brought to each phase. */
const at: Record<SessionPhase, () => Play> = {
  created: () => playWorkshop(draft, engine, { from: 'created' }),
  lobby: () => playWorkshop(draft),
  active: () => after(at.lobby(), (play) => play.facilitator.start()),
  paused: () => after(at.active(), (play) => play.facilitator.pause()),
  completed: () => after(at.active(), (play) => [play.facilitator.next(), play.facilitator.next()]),
  ended: () => after(at.active(), (play) => play.facilitator.end()),
}

function after(play: Play, happens: (play: Play) => unknown): Play {
  happens(play)
  return play
}

const verbs = {
  open_lobby: (play: Play) => play.facilitator.openLobby(),
  start: (play: Play) => play.facilitator.start(),
  next: (play: Play) => play.facilitator.next(),
  close: (play: Play) => play.facilitator.close('poll-2'),
  pause: (play: Play) => play.facilitator.pause(),
  resume: (play: Play) => play.facilitator.resume(),
  extend: (play: Play) => play.facilitator.extend(30),
  undo: (play: Play) => play.facilitator.undo(),
  end: (play: Play) => play.facilitator.end(),
  show_scoreboard: (play: Play) => play.facilitator.showScoreboard(),
  tick: (play: Play) => play.tick(),
  join: (play: Play) => play.person('Ann').join(),
} as const

type Verb = keyof typeof verbs
/** A phase: the wish was granted and that is the phase now; `same`: granted, nothing recorded; a code: refused. */
type Result = SessionPhase | 'same' | RejectionCode

const table: Record<SessionPhase, Record<Verb, Result>> = {
  created: {
    open_lobby: 'lobby',
    start: 'active',
    next: 'not_now',
    close: 'not_now',
    pause: 'not_now',
    resume: 'not_now',
    extend: 'not_now',
    undo: 'nothing_to_undo',
    end: 'ended',
    show_scoreboard: 'not_now',
    tick: 'same',
    join: 'not_open_yet',
  },
  lobby: {
    open_lobby: 'same',
    start: 'active',
    next: 'not_now',
    close: 'not_now',
    pause: 'not_now',
    resume: 'not_now',
    extend: 'not_now',
    undo: 'nothing_to_undo',
    end: 'ended',
    show_scoreboard: 'not_now',
    tick: 'same',
    join: 'lobby',
  },
  active: {
    open_lobby: 'same',
    start: 'same',
    next: 'active',
    close: 'step_changed',
    pause: 'paused',
    resume: 'same',
    extend: 'no_time_limit',
    undo: 'nothing_to_undo',
    end: 'ended',
    show_scoreboard: 'active',
    tick: 'same',
    join: 'active',
  },
  paused: {
    open_lobby: 'same',
    start: 'same',
    next: 'active',
    close: 'step_changed',
    pause: 'same',
    resume: 'active',
    extend: 'no_time_limit',
    undo: 'nothing_to_undo',
    end: 'ended',
    show_scoreboard: 'paused',
    tick: 'same',
    join: 'paused',
  },
  completed: {
    open_lobby: 'same',
    start: 'session_over',
    next: 'session_over',
    close: 'session_over',
    pause: 'not_now',
    resume: 'not_now',
    extend: 'session_over',
    undo: 'active',
    end: 'same',
    show_scoreboard: 'completed',
    tick: 'same',
    join: 'session_over',
  },
  ended: {
    open_lobby: 'same',
    start: 'session_over',
    next: 'session_over',
    close: 'session_over',
    pause: 'not_now',
    resume: 'not_now',
    extend: 'session_over',
    undo: 'nothing_to_undo',
    end: 'same',
    show_scoreboard: 'ended',
    tick: 'same',
    join: 'session_over',
  },
}

const cells = (Object.keys(table) as SessionPhase[]).flatMap((phase) =>
  (Object.keys(table[phase]) as Verb[]).map((verb) => [phase, verb, table[phase][verb]] as const),
)

test('L-7 whoever is no facilitator steers nothing', () => {
  const play = at.active()
  const ann = play.join('Ann')
  const console = play.consoleOf(ann)
  const wishes = [
    console.openLobby(),
    console.start(),
    console.next(),
    console.pause(),
    console.end(),
    console.undo(),
    console.kick(ann),
    console.addFacilitator(ann),
    console.moderate({ type: 'hide', answerId: '1', hidden: true }),
    play.consoleOf({ id: 'stranger' }).end(),
    play.send({ kind: 'system' }, { type: 'end' }),
  ]
  expect(wishes).toEqual(wishes.map(() => ({ code: 'not_allowed' })))
  expect(play.see('screen').phase).toBe('active')
})

test('L-8 clock and presence are the word of the system alone, and the system takes no part', () => {
  const play = at.active()
  const wishes = [
    play.send({ kind: 'user', id: play.facilitator.id }, { type: 'tick' }),
    play.send({ kind: 'user', id: 'person-1' }, { type: 'presence', present: ['person-1'], away: [] }),
    play.send({ kind: 'system' }, { type: 'join', name: 'Nobody' }),
  ]
  expect(wishes).toEqual(wishes.map(() => ({ code: 'not_allowed' })))
})

test('L-9 what nobody came to is ended by the system alone, but not under the eyes of whoever runs it', () => {
  const abandon = (play: Play) => play.send({ kind: 'system' }, { type: 'abandon' })
  const left = (play: Play) => play.presence({ away: [play.facilitator.id] })
  for (const play of [at.created(), after(at.lobby(), left)]) {
    expect(play.send({ kind: 'user', id: play.facilitator.id }, { type: 'abandon' })).toEqual({ code: 'not_allowed' })
    expect(abandon(play)).toBeNull()
    expect(play.state.flow.phase).toBe('ended')
    expect(play.log.at(-1)).toMatchObject({ actionType: 'ended', userId: 'system' })
  }
  const joined = after(at.lobby(), (play) => [left(play), play.join('Ann').leave()])
  for (const play of [at.lobby(), joined, after(at.active(), left), after(at.paused(), left), at.completed()]) {
    const before = play.log.length
    expect(abandon(play)).toBeNull()
    expect(play.log).toHaveLength(before)
  }
})

test.each(cells)('L-1 %s × %s → %s', (phase, verb, result) => {
  const play = at[phase]()
  expect(play.state.flow.phase).toBe(phase)
  const before = play.log.length
  const refused = verbs[verb](play)
  const recorded = play.log.length > before
  expect(refused?.code ?? (recorded ? play.state.flow.phase : 'same')).toBe(result)
  if (refused) expect(recorded).toBe(false)
})

test('L-2 the lobby opens when the facilitator first arrives, and arriving again opens nothing', () => {
  const play = playWorkshop(draft, engine, { from: 'created' })
  play.facilitator.arrives()
  expect(play.log.map(({ actionType }) => actionType)).toEqual(['presence_changed', 'lobby_opened'])
  play.facilitator.goesAway()
  play.facilitator.arrives()
  expect(play.log.filter(({ actionType }) => actionType === 'lobby_opened')).toHaveLength(1)
})

test('L-3 a workshop starts at the first step of its plan', () => {
  const play = at.active()
  expect(play.see('screen')).toMatchObject({ phase: 'active', step: { nodeId: 'slide-1', number: 1, position: 1 } })
  expect(play.see('host').startedAt).toBe(play.now)
})

test('L-4 going on from the last step completes the workshop', () => {
  const play = at.completed()
  expect(play.see('host')).toMatchObject({ phase: 'completed', completedAt: play.now })
})

test('L-4 reaching a closing step completes the workshop', () => {
  const play = playWorkshop({ nodes: [steps.slide(), steps.end(), steps.slide()] })
  play.facilitator.start()
  play.facilitator.next()
  expect(play.see('participant')).toMatchObject({ phase: 'completed', step: { content: { headline: 'Thank you' } } })
})

test('L-5 what came in before a session was ended remains', () => {
  const play = playWorkshop({ nodes: [steps.poll()] })
  const ann = play.join('Ann')
  play.facilitator.start()
  ann.act({ type: 'vote', choice: [1] })
  play.facilitator.end()
  expect(ann.sees().me?.kept).toEqual([
    { nodeId: 'poll-1', prompt: 'Tea or coffee?', answer: ['Coffee'], right: null, points: null },
  ])
  expect(play.see('host').undoUntil).toBeNull()
})

test.each(['completed', 'ended'] as const)('L-6 the step that was open is closed once the session is %s', (way) => {
  const play = playWorkshop({ nodes: [steps.poll()] })
  const ann = play.join('Ann')
  play.facilitator.start()
  if (way === 'completed') play.facilitator.next()
  else play.facilitator.end()
  expect(play.see('participant')).toMatchObject({ phase: way, step: { phase: 'closed' } })
  expect(ann.act({ type: 'vote', choice: [0] })).toEqual({ code: 'session_over' })
})
