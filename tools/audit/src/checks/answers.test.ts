import type { HumuusCommand } from '@humuus/workshop-engine'
import { playWorkshop, steps } from '@humuus/workshop-engine/testing'
import { expect, test } from 'vitest'
import type { LedgerEntry } from '../ledger.ts'
import { replay } from '../replay.ts'
import { reportOf, tallyOfLedger, tallyOfLog } from './answers.ts'

const play = playWorkshop({ nodes: [steps.poll(), steps.end()] })
const start = play.state
const [ann, bob] = [play.join('Ann'), play.join('Bob')]
play.facilitator.start()
ann.act({ type: 'vote', choice: [0] })
bob.act({ type: 'vote', choice: [1] })
const log = play.log.filter(({ version }) => version > 1)
const read = replay(start, log)
const votes = log.filter(({ actionType }) => actionType === 'poll.voted')

const command = (choice: number): HumuusCommand => ({
  type: 'act',
  nodeId: 'poll-1',
  node: 'poll',
  act: { type: 'vote', choice: [choice] },
})
const entry = (by: string, choice: number, index: number, told = true): LedgerEntry => ({
  sessionId: 's',
  commandId: votes[index]?.commandId ?? 'lost',
  by,
  command: command(choice),
  answers: told ? [{ ok: true, version: votes[index]?.version ?? 99 }] : [],
})
const ledger = [entry(ann.id, 0, 0), entry(bob.id, 1, 1)]

test('a report with what is in the log is in order', () => {
  expect(tallyOfLog(read, reportOf(read))).toEqual({ due: 2, counted: 2, differences: [] })
})

test('a report with something else than the log is found', () => {
  const without = { ...read, events: read.events.filter(({ by }) => by !== bob.id) }
  expect(tallyOfLog(without, reportOf(read)).differences).toEqual([
    'Bob at poll-1: acknowledged nothing, counted ["Coffee"]',
    'the sums of poll-1 differ',
  ])
})

test('a report with what senders were told is in order, and so is an answer that nobody was told about', () => {
  expect(tallyOfLedger(read.plan, ledger, log, reportOf(read))?.differences).toEqual([])
  const untold = [entry(ann.id, 0, 0, false), entry(bob.id, 1, 1)]
  expect(tallyOfLedger(read.plan, untold, log, reportOf(read))?.differences).toEqual([])
})

test('an answer that counts as another one, or not at all, is found by name', () => {
  const [, bobs] = ledger as [LedgerEntry, LedgerEntry]
  expect(tallyOfLedger(read.plan, [entry(ann.id, 2, 0), bobs], log, reportOf(read))?.differences).toContain(
    'Ann at poll-1: acknowledged ["Water"], counted ["Tea"]',
  )
  const changedMind = [...ledger, entry(ann.id, 1, 2)]
  expect(tallyOfLedger(read.plan, changedMind, log, reportOf(read))?.differences).toContain(
    'Ann at poll-1: acknowledged ["Coffee"], counted ["Tea"]',
  )
})

test('a ledger that does not know everybody says nothing about the sums', () => {
  expect(tallyOfLedger(read.plan, ledger.slice(0, 1), log, reportOf(read))).toBeNull()
})
