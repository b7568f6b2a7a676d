import type { Outcome } from './play.ts'
import { needs, type Scenario } from './scenario.ts'

const indent = ' '.repeat(16)

/** One scenario's outcome for people to read: a line, and under a failure what was expected and seen. */
export function line(outcome: Outcome): string {
  const head = `  ${outcome.id.padEnd(4)}${outcome.verdict.padEnd(10)}`
  if (outcome.verdict === 'not run') return `${head}${outcome.title}\n${indent}because ${outcome.reason}`
  const first = `${head}${outcome.title} (${outcome.seconds} s)`
  if (outcome.verdict === 'passed') return first
  const { what, expected, seen } = outcome
  return [first, `${indent}${what}`, `${indent}expected  ${short(expected)}`, `${indent}seen      ${short(seen)}`].join(
    '\n',
  )
}

/** `12 passed, 0 failed, 0 not run`, and what the last ones were. */
export function summary(outcomes: readonly Outcome[]): string {
  const of = (verdict: Outcome['verdict']) => outcomes.filter((one) => one.verdict === verdict)
  const notRun = of('not run').map(({ id }) => id)
  const figures = `${of('passed').length} passed, ${of('failed').length} failed, ${notRun.length} not run`
  return notRun.length === 0 ? figures : `${figures} (${notRun.join(', ')})`
}

/** What there is to play. */
export const listing = (scenarios: readonly Scenario[]): string =>
  scenarios
    .map(({ id, title, why, needs: wants }) => {
      const offers =
        wants.length === 0 ? '' : `\n      Needs ${wants.map((need) => `${need} (${needs[need]})`).join(' and ')}.`
      return `  ${id.padEnd(4)}${title}\n      ${why}${offers}`
    })
    .join('\n')

/** 0 when all is well; what was not run is well unless `strict`. */
export const exitCode = (outcomes: readonly Outcome[], strict: boolean): 0 | 1 =>
  outcomes.every(({ verdict }) => verdict === 'passed' || (verdict === 'not run' && !strict)) ? 0 : 1

/** A whole view would fill the screen; `--json` has it all. */
const short = (text: string): string => (text.length > 400 ? `${text.slice(0, 400)} …` : text)
