import { expect, test } from 'vitest'
import { engine } from '../../index.ts'
import { playWorkshop, steps } from '../../testing/index.ts'

function asked(data: Parameters<typeof steps.openQuestion>[0] = {}) {
  const play = playWorkshop({ nodes: [steps.openQuestion(data)] })
  const [ann, bob] = [play.join('Ann'), play.join('Bob')]
  play.facilitator.start()
  const write = (text: string, slot = 0, person = ann) => person.act({ type: 'answer', slot, text })
  return { play, ann, bob, host: play.facilitator, write }
}

test('OQ-1 a person has as many slots as the plan gives; writing one again changes it', () => {
  const { play, ann, write } = asked({ maxAnswers: 2 })
  expect(write('one', 0)).toBeNull()
  expect(write('two', 1)).toBeNull()
  expect(write('three', 2)).toEqual({ code: 'invalid_answer' })
  expect(write('uno', 0)).toBeNull()
  expect(ann.sees().me?.step).toEqual({ type: 'open-question', texts: ['uno', 'two'] })
  expect(play.see('host').step?.content).toMatchObject({
    answers: [
      { id: '1', text: 'uno' },
      { id: '2', text: 'two' },
    ],
  })
})

test('OQ-2 an empty text takes an answer back, and whoever has none left is not done', () => {
  const { play, ann, write } = asked({ maxAnswers: 2 })
  write('one', 1)
  expect(play.see('screen').done).toBe(1)
  expect(write('  ', 1)).toBeNull()
  expect(ann.sees().me?.step).toMatchObject({ texts: [null, null] })
  expect(play.see('screen').done).toBe(0)
  const rows = play.log.length
  expect(write('', 0)).toBeNull()
  expect(play.log).toHaveLength(rows)
  write('again', 1)
  expect(play.see('host').step?.content).toMatchObject({ answers: [{ id: '2', text: 'again' }] })
})

const cleaned = [
  ['OQ-3 trimmed', '  yes \n', 'yes'],
  ['OQ-3 lines stay lines', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ['OQ-3 a tab is a space', 'a\tb', 'a b'],
  ['OQ-3 without control characters', 'a\u0000b\u001bc', 'abc'],
  ['OQ-3 without halves of characters', 'a\ud83d b \ude00', 'a b'],
  ['OQ-3 whole emoji stay', 'a 😀', 'a 😀'],
  ['OQ-3 composed', 'Zoe\u0308', 'Zo\u00eb'],
] as const

test.each(cleaned)('%s: %j', (_, typed, text) => {
  const { ann, write } = asked()
  expect(write(typed)).toBeNull()
  expect(ann.sees().me?.step).toMatchObject({ texts: [text] })
})

test('OQ-4 an answer longer than the plan allows is refused, counted in characters', () => {
  const { write } = asked({ maxLength: 3 })
  expect(write('😀😀😀')).toBeNull()
  expect(write('😀😀😀😀')).toEqual({ code: 'too_large', params: { max: 3 } })
})

test('OQ-5 a hidden answer is kept off phones and screen until it is put back; its author keeps it', () => {
  const { play, ann, host, write } = asked({ results: 'live' })
  write('rude')
  const shown = () => play.see('screen').step?.content
  expect(shown()).toMatchObject({ answers: [{ id: '1', text: 'rude' }] })
  expect(host.moderate({ type: 'hide', answerId: '1', hidden: true })).toBeNull()
  expect(shown()).toMatchObject({ answers: [] })
  expect(ann.sees().me?.step).toMatchObject({ texts: ['rude'] })
  host.reveal()
  expect(play.see('participant').step?.content).toMatchObject({ answers: [] })
  host.moderate({ type: 'hide', answerId: '1', hidden: false })
  expect(play.see('participant').step?.content).toMatchObject({ answers: [{ text: 'rude' }] })
})

test('OQ-5 a changed answer stays hidden; one that does not exist is not hidden; the same again changes nothing', () => {
  const { play, host, write } = asked({ results: 'live' })
  write('rude')
  host.moderate({ type: 'hide', answerId: '1', hidden: true })
  const rows = play.log.length
  expect(host.moderate({ type: 'hide', answerId: '1', hidden: true })).toBeNull()
  expect(play.log).toHaveLength(rows)
  expect(host.moderate({ type: 'hide', answerId: '9', hidden: true })).toEqual({ code: 'invalid_answer' })
  write('ruder')
  expect(play.see('screen').step?.content).toMatchObject({ answers: [] })
})

test('OQ-6 names stand beside answers only where the plan says so; the host always sees them', () => {
  for (const showNames of [true, false]) {
    const { play, host, write } = asked({ showNames })
    write('me')
    host.reveal()
    expect(play.see('participant').step?.content).toMatchObject({ answers: [{ name: showNames ? 'Ann' : null }] })
    expect(play.see('host').step?.content).toMatchObject({ answers: [{ name: 'Ann' }] })
  }
})

const whoSees = [
  ['live', 'open', { screen: true, participant: false }],
  ['live', 'revealed', { screen: true, participant: true }],
  ['reveal', 'open', { screen: false, participant: false }],
  ['reveal', 'closed', { screen: false, participant: false }],
  ['reveal', 'revealed', { screen: true, participant: true }],
] as const

test.each(whoSees)('OQ-7 results %s, step %s: %j see the answers, in order of arrival', (results, phase, seen) => {
  const { play, bob, host, write } = asked({ results })
  write('first')
  write('second', 0, bob)
  write('first, changed')
  if (phase === 'closed') host.close()
  if (phase === 'revealed') host.reveal()
  const answers = [
    { id: '1', text: 'first, changed' },
    { id: '2', text: 'second' },
  ]
  const expected = (sees: boolean) => ({ answers: sees ? answers : null })
  expect(play.see('screen').step?.content).toMatchObject(expected(seen.screen))
  expect(play.see('participant').step?.content).toMatchObject(expected(seen.participant))
  expect(play.see('host').step?.content).toMatchObject(expected(true))
})

test('OQ-1 a person keeps all answers they gave', () => {
  const { play, ann, host, write } = asked({ maxAnswers: 3 })
  write('one', 0)
  write('three', 2)
  host.end()
  expect(ann.sees().me?.kept).toMatchObject([{ answer: ['one', 'three'], right: null }])
  expect(engine.report(play.state).people[1]?.answers).toMatchObject([{ answer: null }])
})
