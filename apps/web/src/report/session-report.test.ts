import type { KeptAnswer, ReportPerson } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { answersOf, isScored, personFigures, stepFigures } from './session-report.ts'

const kept = (nodeId: string, answer: string[] | null, right: boolean | null = null): KeptAnswer => ({
  nodeId,
  prompt: '?',
  answer,
  right,
  points: null,
})
const person = (name: string, points: number, answers: KeptAnswer[]): ReportPerson => ({
  id: name,
  name,
  points,
  place: 1,
  answers,
})
const people = [
  person('Ada', 5, [kept('quiz', ['A'], true), kept('poll', ['x'])]),
  person('Bo', 0, [kept('quiz', ['B'], false), kept('poll', null)]),
  person('Chi', 0, [kept('quiz', null), kept('poll', ['y'])]),
]

test('a step counts who was asked, who answered, and who was right', () => {
  expect(stepFigures(people, 'quiz')).toEqual({ asked: 3, answered: 2, judged: 2, right: 1 })
  expect(stepFigures(people, 'poll')).toEqual({ asked: 3, answered: 2, judged: 0, right: 0 })
})

test('a step that asks for nothing asked nobody', () => {
  expect(stepFigures(people, 'slide').asked).toBe(0)
})

test('the answers of all are the answers of each', () => {
  expect(people.map((one) => personFigures(one).given)).toEqual([2, 1, 1])
  expect(answersOf(people)).toBe(4)
})

test('places mean something once somebody has points', () => {
  expect([isScored(people), isScored(people.slice(1))]).toEqual([true, false])
})
