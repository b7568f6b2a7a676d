import { expect, test } from 'vitest'
import type { KindWords } from '../files/kind-words.ts'
import { answerTable } from './answer-table.ts'
import type { SessionReport } from './session-report.ts'

const step = (nodeId: string, title: string) => ({ nodeId, title, phase: 'revealed', done: 0 })
const report = {
  title: 'Soil',
  startedAt: 0,
  completedAt: 1,
  steps: [step('hello', 'Hello'), step('quiz', 'Humus?'), step('wish', 'Wishes')],
  people: [
    {
      id: 'a',
      name: 'Ada',
      place: 1,
      points: 900,
      answers: [
        { nodeId: 'quiz', prompt: 'Humus?', answer: ['Leaves', 'Roots'], right: true, points: 900 },
        { nodeId: 'wish', prompt: 'Wishes', answer: ['=1+1'], right: null, points: null },
      ],
    },
    {
      id: 'b',
      name: 'Bo',
      place: 2,
      points: 0,
      answers: [
        { nodeId: 'quiz', prompt: 'Humus?', answer: null, right: null, points: 0 },
        { nodeId: 'wish', prompt: 'Wishes', answer: null, right: null, points: null },
      ],
    },
  ],
} as unknown as SessionReport

const kinds: KindWords = { picture: 'Picture', audio: 'Recording', video: 'Video', document: 'Document' }
const words = { place: 'Place', person: 'Person', points: 'Points', kinds }

test('the table has a row per person and a column per question, with the points of those that were scored', () => {
  expect(answerTable(report, words)).toEqual([
    ['Place', 'Person', 'Points', '2. Humus?', '2. Humus?: Points', '3. Wishes'],
    [1, 'Ada', 900, 'Leaves\nRoots', 900, '=1+1'],
    [2, 'Bo', 0, null, 0, null],
  ])
})

test('where nothing was scored, nobody has a place', () => {
  const steps = report.steps.filter(({ nodeId }) => nodeId !== 'quiz')
  expect(answerTable({ ...report, steps }, words)).toEqual([
    ['Person', '2. Wishes'],
    ['Ada', '=1+1'],
    ['Bo', null],
  ])
})

test('a session without people is a head without rows', () => {
  expect(answerTable({ ...report, people: [] }, words)).toEqual([['Person']])
})
