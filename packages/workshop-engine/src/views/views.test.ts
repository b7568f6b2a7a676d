import { expect, test } from 'vitest'
import { engine } from '../index.ts'
import { playWorkshop, steps } from '../testing/index.ts'
import type { PrimaryAction } from './host.ts'

test('V-3 phones see no other person, but those on the scoreboard', () => {
  const play = playWorkshop({ nodes: [steps.quiz()] })
  const ann = play.join('Ann')
  const bob = play.join('Bartholomew')
  play.facilitator.start()
  bob.act({ type: 'answer', choice: [1] })
  play.facilitator.reveal()
  expect(JSON.stringify(ann.sees())).not.toContain('Bartholomew')
  play.facilitator.showScoreboard()
  expect(ann.sees().scoreboard?.[0]).toEqual({ place: 1, name: 'Bartholomew', points: 1_000 })
  expect(JSON.stringify([ann.sees(), play.see('screen')])).not.toContain(bob.id)
})

test('V-4 phones see how many are there while people gather, where the plan lets them', () => {
  for (const showCount of [true, false]) {
    const play = playWorkshop({ nodes: [steps.slide()], settings: { showCount } })
    const ann = play.join('Ann')
    play.join('Bob')
    expect(ann.sees().present).toBe(showCount ? 2 : null)
    expect(play.see('screen').present).toBe(2)
    play.facilitator.start()
    expect(ann.sees().present).toBeNull()
  }
})

test('V-5 the lobby shows who came last first, and nobody who went; the workshop shows no names', () => {
  const play = playWorkshop({ nodes: [steps.slide()], settings: { maxParticipants: 130 } })
  for (let seat = 1; seat <= 122; seat++) play.join(`Guest ${seat}`)
  play.join('Gone').leave()
  play.facilitator.kick(play.join('Out'))
  const { arrivals } = play.see('screen')
  expect(arrivals).toHaveLength(120)
  expect([arrivals[0], arrivals.at(-1)]).toEqual([
    { seat: 122, name: 'Guest 122' },
    { seat: 3, name: 'Guest 3' },
  ])
  play.facilitator.start()
  expect(play.see('screen').arrivals).toEqual([])
})

test('V-6 the host sees the agenda, the notes, what comes next, and who is here and done', () => {
  const play = playWorkshop({
    title: 'Sums',
    language: 'en',
    nodes: [steps.poll({}, { notes: 'Ask why.', minutes: 5, title: 'Drinks' }), steps.slide('Bye')],
  })
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  play.facilitator.start()
  ann.act({ type: 'vote', choice: [1] })
  bob.goesAway()
  expect(play.see('host')).toMatchObject({
    title: 'Sums',
    language: 'en',
    host: 'Facilitator',
    total: 2,
    agenda: [
      { nodeId: 'poll-1', type: 'poll', title: 'Drinks', minutes: 5, phase: 'open' },
      { nodeId: 'slide-2', type: 'slide', title: 'Bye', minutes: null, phase: 'pending' },
    ],
    notes: 'Ask why.',
    upcoming: 'Bye',
    openedBy: 'Facilitator',
    present: 1,
    done: 1,
    people: {
      [ann.id]: { name: 'Ann', standing: 'present', seat: 1, points: 0, done: true },
      [bob.id]: { name: 'Bob', standing: 'away', seat: 2, points: 0, done: false },
    },
  })
})

test('V-5 a step that changes nothing about anybody leaves facilitators the list they have', () => {
  const play = playWorkshop({ nodes: [steps.slide(), steps.slide(), steps.poll(), steps.slide()] })
  const ann = play.join('Ann')
  play.join('Bob')
  play.facilitator.start()
  const before = play.see('host').people
  play.facilitator.next()
  expect(play.see('host').people).toBe(before)
  play.facilitator.next()
  ann.act({ type: 'vote', choice: [0] })
  expect(play.see('host').people[ann.id]?.done).toBe(true)
  play.facilitator.next()
  expect(play.see('host').people[ann.id]?.done).toBe(false)
  play.facilitator.back()
  expect(play.see('host').people[ann.id]?.done).toBe(true)
  ann.leave()
  expect(play.see('host').people[ann.id]?.standing).toBe('left')
})

test('V-6 a step that the timer opened was opened by nobody', () => {
  const play = playWorkshop({ nodes: [steps.countdown(5), steps.slide()] })
  play.facilitator.start()
  play.advance(5)
  expect(play.see('host').openedBy).toBeNull()
})

test('V-7 whoever never joined has no own view', () => {
  const play = playWorkshop({ nodes: [steps.slide()] })
  expect(play.own('stranger')).toBeNull()
  expect(play.own(play.facilitator.id)).toBeNull()
  expect(play.join('Ann').sees().me).toEqual({
    participantId: 'person-1',
    name: 'Ann',
    standing: 'present',
    mayReturn: true,
    points: 0,
    place: null,
    stepPoints: null,
    step: null,
    kept: null,
  })
})

test('V-8 once it is over people keep what they gave at every step that was opened', () => {
  const play = playWorkshop({ nodes: [steps.quiz(), steps.slide(), steps.poll(), steps.poll(), steps.end()] })
  const ann = play.join('Ann')
  play.facilitator.start()
  ann.act({ type: 'answer', choice: [1] })
  play.facilitator.reveal()
  play.facilitator.next()
  play.facilitator.next()
  expect(ann.sees().me?.kept).toBeNull()
  play.facilitator.jump('end-5')
  expect(ann.sees().me?.kept).toEqual([
    { nodeId: 'quiz-1', prompt: '2 + 2?', answer: ['4'], right: true, points: 1_000 },
    { nodeId: 'poll-3', prompt: 'Tea or coffee?', answer: null, right: null, points: null },
  ])
})

test('V-9 the big button says what comes next, from the lobby to the end', () => {
  const play = playWorkshop({ nodes: [steps.slide(), steps.quiz(), steps.poll()] }, engine, { from: 'created' })
  const { facilitator } = play
  const pressed: PrimaryAction[] = []
  const means: Record<Exclude<PrimaryAction, null>, () => unknown> = {
    open_lobby: facilitator.openLobby,
    start: facilitator.start,
    close: () => facilitator.close(),
    reveal: () => facilitator.reveal(),
    show_scoreboard: () => facilitator.showScoreboard(),
    next: () => facilitator.next(),
    finish: () => facilitator.next(),
    resume: facilitator.resume,
  }
  for (let button = play.see('host').primary; button !== null; button = play.see('host').primary) {
    pressed.push(button)
    means[button]()
  }
  expect(pressed.join(' ')).toBe('open_lobby start next close reveal show_scoreboard next close reveal finish')
  expect(play.see('screen').phase).toBe('completed')
})

test('V-9 in a pause the big button ends it, and where a quiz has no scoreboard it goes on', () => {
  const play = playWorkshop({ nodes: [steps.quiz({ showScoreboard: false }), steps.slide()] })
  play.facilitator.start()
  play.facilitator.pause()
  expect(play.see('host').primary).toBe('resume')
  play.facilitator.resume()
  play.facilitator.reveal()
  expect(play.see('host').primary).toBe('next')
})

test('V-10 a view is built once for a state, however many look at it', () => {
  const play = playWorkshop({ nodes: [steps.slide()] })
  const first = play.see('host')
  expect(play.see('host')).toBe(first)
  play.join('Ann')
  expect(play.see('host')).not.toBe(first)
})
