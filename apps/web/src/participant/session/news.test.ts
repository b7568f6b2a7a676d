import { expect, test } from 'vitest'
import { type Moment, newsOf } from './news.ts'

const open: Moment = { step: 3, isRevealed: false, isPaused: false, isOver: false, showsScores: false }

test.each([
  ['the first step', { ...open, step: null }, open, 'step'],
  ['the next step', open, { ...open, step: 4 }, 'step'],
  ['the next step, over a result', { ...open, isRevealed: true }, { ...open, step: 4 }, 'step'],
  ['results', open, { ...open, isRevealed: true }, 'results'],
  ['scores', { ...open, isRevealed: true }, { ...open, isRevealed: true, showsScores: true }, 'scoreboard'],
  ['a pause', open, { ...open, isPaused: true }, 'paused'],
  ['the end of a pause', { ...open, isPaused: true }, open, 'goes_on'],
  ['the end', open, { ...open, isOver: true }, 'over'],
  ['nothing new', open, open, null],
  ['nothing new after the end', { ...open, isOver: true }, { ...open, isOver: true, showsScores: true }, null],
  ['back to the lobby by an undo', open, { ...open, step: null }, null],
  ['results hidden again', { ...open, isRevealed: true }, open, null],
] as const)('%s', (_, before, after, news) => {
  expect(newsOf(before, after)).toBe(news)
})
