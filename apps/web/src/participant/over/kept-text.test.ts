import { expect, test } from 'vitest'
import { fileName, keptText } from './kept-text.ts'

const words = {
  right: 'Right',
  wrong: 'Not right',
  notAnswered: 'no answer',
  points: (count: number) => `${count} points`,
  kinds: { picture: 'Picture', audio: 'Recording', video: 'Video', document: 'Document' },
}

test('a person takes home every question, their answers, and how they fared', () => {
  const kept = [
    { nodeId: 'mood', prompt: 'How do you arrive?', answer: ['Curious'], right: null, points: null },
    { nodeId: 'soil', prompt: 'How many lives?', answer: ['A village', 'A city'], right: false, points: 0 },
    { nodeId: 'layers', prompt: 'What is humus?', answer: ['Leaves'], right: true, points: 980 },
    { nodeId: 'wish', prompt: 'What should grow?', answer: null, right: null, points: null },
  ]
  expect(keptText({ title: 'Soil', about: ['Quiet Fern', ''], kept }, words)).toBe(`Soil
Quiet Fern

1. How do you arrive?
   - Curious

2. How many lives?
   - A village
   - A city
   Not right, 0 points

3. What is humus?
   - Leaves
   Right, 980 points

4. What should grow?
   - no answer
`)
})

test('answers of several lines stay together', () => {
  const kept = [{ nodeId: 'wish', prompt: 'Why?', answer: ['one\ntwo'], right: null, points: null }]
  expect(keptText({ title: 'Soil', about: [], kept }, words)).toContain('   - one\n     two\n')
})

test.each([
  ['Ground rules: a first round', 'ground-rules-a-first-round.txt'],
  ['Größe & Übermut', 'grosse-ubermut.txt'],
  ['../../etc', 'etc.txt'],
  ['🌱', 'humuus.txt'],
])('%j is kept as %s', (title, name) => {
  expect(fileName(title)).toBe(name)
})

test('files stand there by their words, else by their kind', () => {
  const files = [
    { id: 'a', kind: 'picture', caption: 'Our plan' },
    { id: 'b', kind: 'audio', caption: '' },
  ] as const
  const kept = [{ nodeId: 'show', prompt: 'Show it', answer: ['Our plan', 'audio'], files, right: null, points: null }]
  expect(keptText({ title: 'Soil', about: [], kept }, words)).toContain('   - Our plan\n   - Recording\n')
})
