import { expect, test } from 'vitest'
import { fakeSystem } from '../test/fake-system.ts'
import { type Fault, faults } from '../test/faults.ts'
import { play } from './play.ts'
import { scenarios } from './scenarios/index.ts'

const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]))
const cases = Object.entries(faults) as [Fault, string][]

test.concurrent.each(cases)('where %s, %s fails and says what was expected', { timeout: 60_000 }, async (fault, id) => {
  const scenario = byId.get(id)
  if (scenario === undefined) throw new Error(`there is no ${id}`)
  await using system = await fakeSystem(fault)
  const outcome = await play(scenario, system)
  expect(outcome).toMatchObject({ id, verdict: 'failed', what: expect.not.stringMatching('^a call$') })
})

// Otherwise a fault proves nothing: the scenario might fail at anything.
test.concurrent.each(scenarios)('a system that keeps every rule passes $id', { timeout: 60_000 }, async (scenario) => {
  await using system = await fakeSystem(null)
  expect(await play(scenario, system)).toMatchObject({ verdict: 'passed' })
})

test('every scenario has a fault that it notices', () => {
  expect(new Set(Object.values(faults))).toEqual(new Set(scenarios.map(({ id }) => id)))
})
