import { Deviation } from './deviation.ts'
import { type Need, needs, type Scenario } from './scenario.ts'
import type { System } from './system.ts'

/** How a scenario went. */
export type Outcome = { readonly id: string; readonly title: string } & (
  | { readonly verdict: 'passed'; readonly seconds: number }
  | {
      readonly verdict: 'failed'
      readonly seconds: number
      readonly what: string
      readonly expected: string
      readonly seen: string
    }
  | { readonly verdict: 'not run'; readonly reason: string }
)

/** A scenario that takes longer has found something that hangs, in ms. */
const longestMs = 120_000

/** Plays one; never throws. */
export async function play(scenario: Scenario, system: System): Promise<Outcome> {
  const { id, title } = scenario
  const missing = scenario.needs.filter((need) => !has(system, need))
  if (missing.length > 0) {
    const reason = missing.map((need) => `it needs ${need} (${needs[need]})`).join(' and ')
    return { id, title, verdict: 'not run', reason }
  }
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 100) / 10
  let timer: NodeJS.Timeout | undefined
  const hangs = new Promise<never>((_, reject) => {
    const late = () => reject(new Deviation('the scenario', `an end within ${longestMs / 1_000} s`, 'none'))
    timer = setTimeout(late, longestMs)
  })
  try {
    await Promise.race([scenario.run(system), hangs])
    return { id, title, verdict: 'passed', seconds: seconds() }
  } catch (error) {
    return { id, title, verdict: 'failed', seconds: seconds(), ...inWords(error) }
  } finally {
    clearTimeout(timer)
  }
}

const has = (system: System, need: Need): boolean =>
  need === 'another server' ? system.also !== null : system.restart !== null

function inWords(error: unknown): { what: string; expected: string; seen: string } {
  if (error instanceof Deviation) return { what: error.what, expected: error.expected, seen: error.seen }
  return { what: 'a call', expected: 'an answer', seen: error instanceof Error ? error.message : String(error) }
}
