import { expect, test } from 'vitest'
import type { Outcome } from './play.ts'
import { exitCode, line, listing, summary } from './print.ts'
import { scenarios } from './scenarios/index.ts'

const passed: Outcome = { id: 'C1', title: 'One', verdict: 'passed', seconds: 0.4 }
const failed: Outcome = { ...passed, id: 'C2', verdict: 'failed', what: 'the votes', expected: '1', seen: '3' }
const notRun: Outcome = { id: 'C10', title: 'Ten', verdict: 'not run', reason: 'it needs another server (--also URL)' }

test('a line says how it went; under a failure stand what was expected and what was seen', () => {
  expect(line(passed)).toBe('  C1  passed    One (0.4 s)')
  expect(
    line(failed)
      .split('\n')
      .map((text) => text.trim()),
  ).toEqual(['C2  failed    One (0.4 s)', 'the votes', 'expected  1', 'seen      3'])
  expect(line(notRun)).toContain('because it needs another server (--also URL)')
})

test('the summary names what was not run', () => {
  expect(summary([passed, failed, notRun])).toBe('1 passed, 1 failed, 1 not run (C10)')
  expect(summary([passed])).toBe('1 passed, 0 failed, 0 not run')
})

test('the exit code is 1 for a failure, and with --strict for what was not run', () => {
  expect(exitCode([passed, notRun], false)).toBe(0)
  expect(exitCode([passed, notRun], true)).toBe(1)
  expect(exitCode([passed, failed], false)).toBe(1)
})

test('the list tells every scenario, why it is there and what it needs', () => {
  const text = listing(scenarios)
  for (const { id, title, why } of scenarios) {
    expect(text).toContain(`${id.padEnd(4)}${title}`)
    expect(text).toContain(why)
  }
  expect(text).toContain('--restart "COMMAND"')
})
