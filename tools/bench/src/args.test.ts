import { WrongUse } from '@humuus/args'
import { expect, test } from 'vitest'
import { readArgs, takesPart } from './args.ts'

test('sizes are tried from the smallest on', () => {
  expect(readArgs(['fanout', '--sizes', '5000,1000']).sizes).toEqual([1_000, 5_000])
})

test('contenders are chosen by a part of their name, and without a choice all take part', () => {
  const only = readArgs(['votes', '--only', 'ours,Socket']).only
  expect(['ours', 'Socket.IO, in memory', 'tRPC'].filter((name) => takesPart({ only }, name))).toEqual([
    'ours',
    'Socket.IO, in memory',
  ])
  expect(takesPart({ only: null }, 'tRPC')).toBe(true)
})

test.each([[[]], [['fanout', 'votes']], [['fanout', '--sizes', '0']], [['fanout', '--fast']]])(
  'what cannot be understood is said: %j',
  (args) => {
    expect(() => readArgs(args)).toThrow(WrongUse)
  },
)
