import { expect, test } from 'vitest'
import type { StepFrame } from '../../nodes/faces.ts'
import { answerWindow, frozen, nextTurn } from './answer-window.ts'

const opened = 1_000_000
const quiz: StepFrame = {
  nodeId: 'soil',
  number: 3,
  position: 3,
  phase: 'open',
  collects: true,
  openedAt: opened,
  readUntil: opened + 4_000,
  deadline: opened + 24_000,
  goesOnAt: null,
  pausedAt: null,
}
const untimed: StepFrame = { ...quiz, readUntil: opened, deadline: null }

test('people read first, then answer, until the time is up', () => {
  const at = (seconds: number) => answerWindow(quiz, 'active', opened + seconds * 1_000)
  expect([0, 3.999, 4, 23.999, 24, 60].map(at)).toEqual(['reading', 'reading', 'open', 'open', 'time_up', 'time_up'])
})

test('without a limit answers are taken until somebody closes', () => {
  expect(answerWindow(untimed, 'active', opened + 3_600_000)).toBe('open')
  expect(answerWindow({ ...untimed, phase: 'closed' }, 'active', opened)).toBe('closed')
})

test('a pause takes no answers, whatever the clock says', () => {
  expect(answerWindow(quiz, 'paused', opened + 5_000)).toBe('paused')
  expect(answerWindow({ ...quiz, phase: 'revealed' }, 'paused', opened)).toBe('paused')
})

test('a slide asks for nothing', () => {
  expect(answerWindow({ ...untimed, collects: false }, 'active', opened)).toBe('showing')
})

test('a workshop that was ended in mid-question takes no more answers', () => {
  expect(answerWindow(quiz, 'ended', opened + 5_000)).toBe('closed')
})

test('the page wakes up exactly when the window turns, and not again', () => {
  expect(nextTurn(quiz, 'active', opened)).toBe(quiz.readUntil)
  expect(nextTurn(quiz, 'active', opened + 4_000)).toBe(quiz.deadline)
  expect(nextTurn(quiz, 'active', opened + 24_000)).toBeNull()
  expect(nextTurn(quiz, 'paused', opened + 4_000)).toBeNull()
  expect(nextTurn(untimed, 'active', opened)).toBeNull()
})

test('a pause freezes what is left', () => {
  expect(frozen(opened + 24_000, opened + 10_000)).toBe(14_000)
  expect(frozen(opened, opened + 10_000)).toBe(0)
  expect(frozen(opened + 24_000, null)).toBeNull()
  expect(frozen(null, opened)).toBeNull()
})
