import { expect, test } from 'vitest'
import { fakeSystem } from '../test/fake-system.ts'
import { type Fault, faults } from '../test/faults.ts'
import { play } from './play.ts'
import type { Scenario } from './scenario.ts'
import { scenarios } from './scenarios/index.ts'

const byId = new Map<string, Scenario>(scenarios.map((scenario) => [scenario.id, scenario]))
const cases = Object.entries(faults).map(([fault, { id, noticed }]) => [fault as Fault, id, noticed] as const)

test.concurrent.each(cases)('where %s, %s fails: %s', { timeout: 60_000 }, async (fault, id, noticed) => {
  const scenario = byId.get(id)
  if (scenario === undefined) throw new Error(`there is no ${id}`)
  await using system = await fakeSystem(fault)
  const outcome = await play(scenario, system)
  expect(outcome).toMatchObject({ verdict: 'failed', what: expect.stringContaining(noticed) })
})

// Otherwise a fault proves nothing: the scenario might fail at anything.
test.concurrent.each([...byId])(
  'a system that keeps every rule passes %s',
  { timeout: 60_000 },
  async (_, scenario) => {
    await using system = await fakeSystem(null)
    expect(await play(scenario, system)).toMatchObject({ verdict: 'passed' })
  },
)

test('every scenario has a fault that it notices', () => {
  expect(new Set(cases.map(([, id]) => id))).toEqual(new Set(byId.keys()))
})
