import { expect, test } from 'vitest'
import { engine } from '../../index.ts'
import type { RejectionCode } from '../../rejection.ts'
import {
  type Personality,
  personalities,
  playWorkshop,
  type SimulatedParticipant,
  simulateParticipant,
  steps,
} from '../index.ts'

const nodes = [
  steps.slide(),
  steps.quiz({ readSeconds: 5, answerSeconds: 20 }, { closeWhenAllDone: false }),
  steps.quiz(
    { options: [{ text: 'a', correct: true }, { text: 'b', correct: true }, { text: 'c' }] },
    { closeWhenAllDone: false },
  ),
  steps.countdown(3),
  steps.poll({ maxChoices: 2, answerSeconds: 20 }),
  steps.openQuestion({ maxAnswers: 3, maxLength: 12 }),
  steps.wordCloud({ maxWords: 2 }),
  steps.whiteboard({ maxNotes: 2 }),
  steps.whiteboard({ everyoneEdits: true, maxNotes: 2, notes: [{ text: 'Breaks' }] }),
  steps.end(),
]

interface Sent {
  /** Personality. */
  readonly by: string
  readonly at: number
  readonly node: string
  readonly refused: RejectionCode | null
}

/** A whole workshop with simulated people: asked once a second, the big button pressed every 25 seconds. */
function rehearse(people: readonly SimulatedParticipant[]) {
  const play = playWorkshop({ nodes })
  const host = play.facilitator
  const sent: Sent[] = []
  for (let second = 0; play.see('host').primary !== null && second < 1_000; second++) {
    for (const [index, person] of people.entries()) {
      const id = `guest-${index}`
      const wish = person.wants(play.see('participant'), play.own(id), play.now)
      for (let copy = 0; wish && copy < wish.copies; copy++) {
        const refused = play.send({ kind: 'user', id }, wish.command)?.code ?? null
        sent.push({
          by: person.personality,
          at: play.now,
          node: wish.command.type === 'act' ? wish.command.node : '',
          refused,
        })
      }
    }
    if (second % 25 === 10) press(play.see('host').primary)
    play.advance(1)
  }
  function press(button: ReturnType<typeof host.sees>['primary']) {
    if (button === 'start') host.start()
    else if (button === 'close') host.close()
    else if (button === 'reveal') host.reveal()
    else if (button === 'show_scoreboard') host.showScoreboard()
    else host.next()
  }
  return { play, sent }
}

const crowd = (seed: string) => Array.from({ length: 24 }, (_, index) => simulateParticipant(`${seed} ${index}`))

test('X-7 the same seed sends the same commands at the same times, another seed others', () => {
  const [one, again, other] = [rehearse(crowd('a')), rehearse(crowd('a')), rehearse(crowd('b'))]
  expect(again.play.log).toEqual(one.play.log)
  expect(other.play.log).not.toEqual(one.play.log)
  expect(one.play.see('screen').phase).toBe('completed')
})

test('X-7 every kind of person occurs', () => {
  const kinds = new Set(Array.from({ length: 60 }, (_, seed) => simulateParticipant(seed).personality))
  expect([...kinds].sort()).toEqual([...personalities].sort())
})

const answered = ['quiz', 'quiz', 'poll', 'open-question', 'word-cloud', 'whiteboard', 'whiteboard']

const habits: Record<Personality, (sent: readonly Sent[]) => void> = {
  diligent: (sent) =>
    expect(sent.map(({ node, refused }) => [node, refused])).toEqual(answered.map((node) => [node, null])),
  slow: (sent) => expect(sent.every(({ refused }) => refused === null)).toBe(true),
  changes_mind: (sent) => expect(sent.length).toBeGreaterThan(answered.length),
  silent: (sent) => expect(sent).toEqual([]),
  sends_twice: (sent) => expect(sent.map(({ node }) => node)).toEqual(answered.flatMap((node) => [node, node])),
  too_late: (sent) => expect(sent.map(({ refused }) => refused)).toEqual(answered.map(() => 'step_closed')),
}

test.each(personalities)(
  'X-8 whoever is "%s" behaves like it, at every step that asks for something',
  (personality) => {
    const { sent } = rehearse([simulateParticipant(7, personality)])
    habits[personality](sent.filter(({ node }) => node !== ''))
  },
)

test('X-9 only late answers of a rehearsal are refused, and every accepted one is counted', () => {
  const people = crowd('c')
  const { play, sent } = rehearse(people)
  const refused = sent.filter((one) => one.refused !== null)
  expect(new Set(refused.map((one) => one.refused))).toEqual(new Set(['step_closed']))
  expect(new Set(refused.map(({ by }) => by))).toEqual(new Set(['too_late']))
  const kept = people.filter(({ personality }) => personality !== 'silent' && personality !== 'too_late').length
  const report = engine.report(play.state)
  expect(report.people).toHaveLength(24)
  const asked = report.steps.filter(({ content }) => answered.includes(content.type))
  expect(asked.map(({ done }) => done)).toEqual(answered.map(() => kept))
})

test('X-10 nobody wants anything before the lobby opens, in a pause, after being sent out or at the end', () => {
  const play = playWorkshop({ nodes: [steps.poll()] }, engine, { from: 'created' })
  const bot = simulateParticipant(1, 'diligent')
  const wants = () => bot.wants(play.see('participant'), play.own('bot'), play.now)
  expect(wants()).toBeNull()
  play.facilitator.openLobby()
  expect(wants()).toEqual({ command: { type: 'join', name: bot.name }, copies: 1 })
  expect(wants()).toBeNull()
  play.advance(5)
  expect(wants()).toMatchObject({ command: { type: 'join' } })
  play.send({ kind: 'user', id: 'bot' }, { type: 'join', name: bot.name })
  play.facilitator.start()
  play.facilitator.pause()
  play.advance(60)
  expect(wants()).toBeNull()
  play.facilitator.resume()
  play.facilitator.kick({ id: 'bot' })
  expect(wants()).toBeNull()
  play.facilitator.end()
  expect(wants()).toBeNull()
})
