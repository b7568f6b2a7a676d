import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engine } from '../../index.ts'
import { typed } from '../../testing/arbitraries/words.ts'
import { playWorkshop, steps } from '../../testing/index.ts'
import { spelled, wordOf } from './spelling.ts'

function asked(data: Parameters<typeof steps.wordCloud>[0] = {}) {
  const play = playWorkshop({ nodes: [steps.wordCloud(data)] })
  const [ann, bob, cem] = ['Ann', 'Bob', 'Cem'].map((name) => play.join(name))
  if (!ann || !bob || !cem) throw new Error('three people join')
  play.facilitator.start()
  const add = (text: string, person = ann) => person.act({ type: 'add', text })
  const takeBack = (text: string, person = ann) => person.act({ type: 'take_back', text })
  return { play, ann, bob, cem, host: play.facilitator, add, takeBack, screen: () => play.see('screen').step?.content }
}

test('WC-1 a person gives as many words as the plan allows, each once', () => {
  const { play, ann, add, screen } = asked({ maxWords: 2 })
  expect(add('sun')).toBeNull()
  const rows = play.log.length
  expect(add('SUN')).toBeNull()
  expect(play.log).toHaveLength(rows)
  expect(add('rain')).toBeNull()
  expect(add('snow')).toEqual({ code: 'no_room', params: { max: 2 } })
  expect(ann.sees().me?.step).toMatchObject({ mine: [{ text: 'sun' }, { text: 'rain' }] })
  expect(screen()).toMatchObject({ cloud: { words: 2, answers: 2, top: { sun: { count: 1 }, rain: { count: 1 } } } })
})

test('WC-2 a word is taken back in any spelling, which makes room; whoever has none left is not done', () => {
  const { play, ann, add, takeBack, screen } = asked({ maxWords: 1 })
  add('Sun')
  expect(play.see('screen').done).toBe(1)
  expect(takeBack(' sun! ')).toBeNull()
  expect(ann.sees().me?.step).toMatchObject({ mine: [] })
  expect(play.see('screen').done).toBe(0)
  expect(screen()).toMatchObject({ cloud: { words: 0, answers: 0, top: {} } })
  const rows = play.log.length
  expect(takeBack('sun')).toBeNull()
  expect(play.log).toHaveLength(rows)
  expect(add('rain')).toBeNull()
})

const same = [
  ['WC-3 case', 'Soil', 'SOIL'],
  ['WC-3 spaces', ' fresh   air\n', 'Fresh air'],
  ['WC-3 Unicode form', 'Zoe\u0308', 'ZO\u00cb'],
  ['WC-3 punctuation around it', '„Soil“!!', '(soil)'],
  ['WC-3 sharp s', 'Straße', 'STRASSE'],
  ['WC-3 final sigma', 'λόγος', 'ΛΌΓΟΣ'],
  ['WC-3 dotted I', 'İstanbul', 'istanbul'],
  ['WC-3 wide letters', 'ＷｉＦｉ', 'wifi'],
  ['WC-3 what does not show', 'so\u00adil\u200b', 'soil'],
  ['WC-3 what turns text around', '\u202esoil\u202c', 'soil'],
  ['WC-3 emoji with and without their sign', '❤️', '❤'],
] as const

test.each(same)('%s makes no difference: %j is %j', (_, one, other) => {
  const { bob, add, screen } = asked()
  expect(add(one)).toBeNull()
  expect(add(other, bob)).toBeNull()
  expect(screen()).toMatchObject({ cloud: { words: 1, answers: 2 } })
})

const different = [
  ['WC-3 accents', 'cafe', 'café'],
  ['WC-3 signs that belong to a word', 'C', 'C#'],
  ['WC-3 signs that belong to a word', 'C', 'C++'],
  ['WC-3 a hyphen within', 'well-being', 'wellbeing'],
  ['WC-3 the dotless i', 'ılık', 'ilik'],
] as const

test.each(different)('%s make another word: %j is not %j', (_, one, other) => {
  expect(wordOf(spelled(one))).not.toBe(wordOf(spelled(other)))
})

test('WC-3 signs alone are a word; what shows nothing is none', () => {
  const { ann, add } = asked()
  expect(add(':-)')).toBeNull()
  expect(ann.sees().me?.step).toMatchObject({ mine: [{ text: ':-)' }] })
  for (const text of ['', '  \n', '\u200b', '\u2800']) expect(add(text)).toEqual({ code: 'invalid_answer' })
})

test('WC-3 a word that is spelled out once more is the same word', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const once = spelled(text)
      expect(wordOf(spelled(once))).toBe(wordOf(once))
    }),
    { numRuns: 2_000 },
  )
})

test('WC-4 a word longer than the plan allows is refused, counted in characters without what is around it', () => {
  const { add } = asked({ maxLength: 3 })
  expect(add(' 😀😀😀! ')).toBeNull()
  expect(add('😀😀😀😀')).toEqual({ code: 'too_large', params: { max: 3 } })
})

test('WC-5 a word is shown as most people wrote it, and among equals as it was first', () => {
  const { ann, bob, cem, add, takeBack, screen } = asked()
  const textIs = (text: string) => expect(screen()).toMatchObject({ cloud: { top: { soil: { text } } } })
  add('soil')
  add('Soil', bob)
  textIs('soil')
  add('Soil', cem)
  textIs('Soil')
  expect(ann.sees().me?.step).toMatchObject({ mine: [{ word: 'soil', text: 'soil' }] })
  takeBack('soil', bob)
  textIs('soil')
  takeBack('soil', ann)
  textIs('Soil')
})

test('WC-6 a hidden word is kept out in all its spellings, also of those who give it later; its authors keep it', () => {
  const { play, ann, bob, host, add, screen } = asked()
  add('rude')
  add('nice')
  expect(host.moderate({ type: 'hide', word: 'rude', hidden: true })).toBeNull()
  add('RUDE', bob)
  expect(screen()).toMatchObject({ cloud: { words: 1, answers: 1, top: { nice: { count: 1 } } } })
  expect(JSON.stringify(screen())).not.toContain('rude')
  expect(ann.sees().me?.step).toMatchObject({ mine: [{ text: 'rude' }, { text: 'nice' }] })
  expect(play.see('host').step?.content).toMatchObject({ all: { rude: { count: 2, hidden: true } } })
  host.reveal()
  expect(JSON.stringify(play.see('participant').step?.content)).not.toContain('rude')
  expect(host.moderate({ type: 'hide', word: 'rude', hidden: false })).toBeNull()
  expect(play.see('participant').step?.content).toMatchObject({ cloud: { top: { rude: { count: 2 } } } })
})

test('WC-6 a hidden word that its authors take back is still hidden for whoever gives it next', () => {
  const { bob, host, add, takeBack, screen } = asked()
  add('rude')
  host.moderate({ type: 'hide', word: 'rude', hidden: true })
  takeBack('rude')
  add('Rude', bob)
  expect(screen()).toMatchObject({ cloud: { words: 0, answers: 0, top: {} } })
})

test('WC-6 a word that nobody gave is not hidden; the same again changes nothing', () => {
  const { play, host, add } = asked()
  add('rude')
  host.moderate({ type: 'hide', word: 'rude', hidden: true })
  const rows = play.log.length
  expect(host.moderate({ type: 'hide', word: 'rude', hidden: true })).toBeNull()
  expect(play.log).toHaveLength(rows)
  expect(host.moderate({ type: 'hide', word: 'kind', hidden: true })).toEqual({ code: 'invalid_answer' })
})

const whoSees = [
  ['live', 'open', { screen: true, participant: false }],
  ['live', 'revealed', { screen: true, participant: true }],
  ['reveal', 'open', { screen: false, participant: false }],
  ['reveal', 'closed', { screen: false, participant: false }],
  ['reveal', 'revealed', { screen: true, participant: true }],
] as const

test.each(whoSees)(
  'WC-7 results %s, step %s: %j see the cloud; the host sees words and names',
  (results, phase, seen) => {
    const { play, bob, host, add } = asked({ results })
    add('sun')
    add('sun', bob)
    if (phase === 'closed') host.close()
    if (phase === 'revealed') host.reveal()
    const expected = (sees: boolean) => ({ cloud: sees ? { top: { sun: { text: 'sun', count: 2 } } } : null })
    expect(play.see('screen').step?.content).toMatchObject(expected(seen.screen))
    expect(play.see('participant').step?.content).toMatchObject(expected(seen.participant))
    expect(play.see('host').step?.content).toMatchObject({ all: { sun: { count: 2, names: ['Ann', 'Bob'] } } })
    expect(JSON.stringify([play.see('screen').step, play.see('participant').step])).not.toContain('Ann')
  },
)

test('WC-8 the screen shows the 150 words that most people gave, phones 40, and all are counted', () => {
  const play = playWorkshop({ nodes: [steps.wordCloud({ maxWords: 10 })] })
  const people = Array.from({ length: 30 }, (_, index) => play.join(`Guest ${index}`))
  play.facilitator.start()
  for (const [index, person] of people.entries())
    for (let nth = 0; nth < 9; nth++) person.act({ type: 'add', text: `word ${index * 9 + nth}` })
  for (const person of people) person.act({ type: 'add', text: 'late and often' })
  const top = (role: 'screen' | 'participant') => {
    const content = play.see(role).step?.content
    return content?.type === 'word-cloud' ? content.cloud : null
  }
  expect(top('screen')).toMatchObject({ words: 271, answers: 300, top: { 'late and often': { count: 30 } } })
  expect(Object.keys(top('screen')?.top ?? {})).toHaveLength(150)
  play.facilitator.reveal()
  expect(Object.keys(top('participant')?.top ?? {})).toHaveLength(40)
})

test('WC-1 a person keeps the words they gave, and the report has all of them', () => {
  const { play, ann, host, add } = asked()
  add('sun')
  add('Rain')
  host.end()
  expect(ann.sees().me?.kept).toMatchObject([{ answer: ['sun', 'Rain'], right: null }])
  expect(engine.report(play.state).steps[0]).toMatchObject({
    done: 1,
    content: { words: 2, all: { rain: { text: 'Rain' } } },
  })
})
