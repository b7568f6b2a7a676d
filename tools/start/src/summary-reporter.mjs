/** @import { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node' */
import { writeSync } from 'node:fs'

/**
 * Ends the output of a test run with one line alone, `N passed, N failed` (and `, N skipped`), after naming what was
 * skipped and why. A run in which nothing ran has failed; so has, with `HUMUUS_TEST_ALL=1`, one that skipped anything.
 * @implements {Reporter}
 */
export default class SummaryReporter {
  /**
   * @param {ReadonlyArray<TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const { lines, ok } = summary(modules, unhandledErrors.length, process.env.HUMUUS_TEST_ALL === '1')
    // Written at the very end, so that whatever others print stands above it.
    process.once('exit', () => {
      if (!ok) process.exitCode = 1
      writeSync(process.stdout.fd, `\n${lines.join('\n')}\n`)
    })
  }
}

/**
 * @param {ReadonlyArray<TestModule>} modules
 * @param {number} unhandledErrors
 * @param {boolean} nothingMaySkip
 * @returns {{ lines: string[], ok: boolean }} what to print, the line with the figures last
 */
function summary(modules, unhandledErrors, nothingMaySkip) {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const inState = (/** @type {string} */ state) => tests.filter((test) => test.result().state === state)
  const passed = inState('passed').length
  const skipped = inState('skipped')
  const failed = inState('failed').length + brokenFrames(modules) + unhandledErrors

  const lines = skippedLines(skipped)
  const nothingRan = passed + failed === 0
  const skippedAgainstOrders = nothingMaySkip && skipped.length > 0
  if (nothingRan) lines.push('No test ran.')
  if (skippedAgainstOrders) lines.push('HUMUUS_TEST_ALL=1: nothing may be skipped.')
  lines.push(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`)
  return { lines, ok: failed === 0 && !nothingRan && !skippedAgainstOrders }
}

/**
 * Files that could not be loaded and suites whose set-up failed: their tests never ran, so no test counts for them.
 * @param {ReadonlyArray<TestModule>} modules
 */
function brokenFrames(modules) {
  return modules
    .flatMap((module) => [module, ...module.children.allSuites()])
    .filter((/** @type {TestModule | TestSuite} */ frame) => frame.errors().length > 0).length
}

/**
 * One line for each suite in which tests were skipped, with the reason where `context.skip(reason)` gave one.
 * @param {TestCase[]} skipped
 */
function skippedLines(skipped) {
  const groups = new Map()
  for (const test of skipped) {
    const suite = test.parent.type === 'suite' ? ` › ${test.parent.fullName}` : ''
    const result = test.result()
    const reason = result.state === 'skipped' && result.note ? `: ${result.note}` : ''
    const where = `${test.project.name} ${test.module.relativeModuleId}${suite}${reason}`
    groups.set(where, (groups.get(where) ?? 0) + 1)
  }
  return [...groups].map(([where, count]) => `skipped ${count} × ${where}`)
}
