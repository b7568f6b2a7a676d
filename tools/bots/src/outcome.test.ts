import type { CommandResult } from '@humuus/api'
import type { HumuusCommand } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import type { Entry } from './ledger.ts'
import { commandsOf, faultsOf, latencyOf, type Outcome } from './outcome.ts'
import { print } from './print.ts'

const yes: CommandResult = { ok: true, version: 1 }
const no = (code: 'step_closed' | 'too_early' | 'unavailable'): CommandResult => ({ ok: false, rejection: { code } })
const vote: HumuusCommand = { type: 'act', nodeId: 'mood', node: 'poll', act: { type: 'vote', choice: [0] } }

const entry = (answers: CommandResult[], tookMs: number | null = 5, command: HumuusCommand = vote): Entry => ({
  commandId: '',
  sessionId: '',
  by: 'ada',
  command,
  answers,
  tookMs,
})

const good: Omit<Outcome, 'faults'> = {
  title: 'A drink',
  code: '123456',
  seed: 1,
  seconds: 12.5,
  isOver: true,
  people: { wished: 3, joined: 3, late: 1, drops: 1 },
  commands: commandsOf([entry([yes])]),
  answers: { due: 3, counted: 3, differences: [] },
  views: { compared: 5, differences: [] },
  latency: { count: 1, p50: 5, p99: 5, max: 5 },
}

test('commands are counted by what was first answered', () => {
  const entries = [
    entry([yes, yes]),
    entry([no('step_closed'), yes]),
    entry([no('too_early')]),
    entry([no('unavailable')]),
  ]
  expect(commandsOf(entries)).toEqual({
    issued: 4,
    acknowledged: 1,
    unanswered: 1,
    refused: { step_closed: 1, too_early: 1 },
    duplicates: 2,
    answeredTwoWays: 1,
  })
})

test('only acknowledged answers whose connection held are measured', () => {
  const entries = [
    entry([yes], 3),
    entry([yes], null),
    entry([no('step_closed')], 50),
    entry([yes], 70, { type: 'leave' }),
  ]
  expect(latencyOf(entries)).toEqual({ count: 1, p50: 3, p99: 3, max: 3 })
})

test.each<[string, Partial<Outcome>]>([
  ['get to its end', { isOver: false }],
  ['nobody joined', { people: { ...good.people, joined: 0 } }],
  ['never answered', { commands: commandsOf([entry([no('unavailable')])]) }],
  ['in two ways', { commands: commandsOf([entry([yes, no('step_closed')])]) }],
  ['acknowledged 3 answers, counted 2', { answers: { due: 3, counted: 2, differences: [] } }],
  ['Ada at mood', { answers: { due: 3, counted: 3, differences: ['Ada at mood: …'] } }],
  ['the screen sees', { views: { compared: 5, differences: ['the screen sees something else'] } }],
])('a fault keeps it from being a success: %s', (words, change) => {
  const faults = faultsOf({ ...good, ...change })
  expect(faults).toEqual([expect.stringContaining(words)])
  expect(print({ ...good, ...change, faults })).toContain('1 fault:')
})

test('without a fault it says that all is well', () => {
  expect(faultsOf(good)).toEqual([])
  expect(print({ ...good, faults: [] })).toContain('Every acknowledged answer counts')
})
