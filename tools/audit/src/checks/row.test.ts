import { playWorkshop, steps } from '@humuus/workshop-engine/testing'
import { expect, test } from 'vitest'
import { checkRow } from './row.ts'

const play = playWorkshop({ nodes: [steps.poll(), steps.end()] })
play.facilitator.start()
const { flow } = play.state
const row = { status: 'active', startedAt: flow.startedAt, completedAt: null }

test('a row that says what its log leads to is in order', () => {
  expect(checkRow(row, play.state)).toEqual([])
})

test('each column that says something else is named', () => {
  expect(checkRow({ ...row, status: 'ended' }, play.state)).toEqual([
    "the session's row says status ended, its log active",
  ])
  expect(checkRow({ ...row, startedAt: 0, completedAt: 0 }, play.state)).toEqual([
    expect.stringMatching(/^the session's row says startedAt 1970-01-01T00:00:00.000Z, its log 2/),
    "the session's row says completedAt 1970-01-01T00:00:00.000Z, its log null",
  ])
})
