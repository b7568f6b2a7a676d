import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownSystem } from './own-system.ts'
import { play } from './play.ts'
import { scenarios } from './scenarios/index.ts'

let system: Awaited<ReturnType<typeof ownSystem>>

beforeAll(async () => {
  system = await ownSystem()
})
afterAll(() => system?.[Symbol.asyncDispose]())

test('there are twelve scenarios', () => {
  expect(scenarios.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, index) => `C${index + 1}`))
})

test.each(scenarios.map((scenario) => [scenario.id, scenario.title, scenario] as const))(
  '%s: %s',
  async (_, __, scenario) => {
    expect(await play(scenario, system)).toMatchObject({ id: scenario.id, verdict: 'passed' })
    expect(system.rig.deaths).toEqual([])
  },
)

test('against a given address it says what it could not run, and why; --strict minds', async () => {
  const lenient = await runProgram('--url', system.url, '--only', 'C3,C10,C11')
  expect(lenient.stdout).toMatch(/C3 {2}passed .*\n.*C10 not run .*\n.*--also.*\n.*C11 not run .*\n.*--restart/)
  expect(lenient.stdout).toContain('1 passed, 0 failed, 2 not run (C10, C11)')
  expect(lenient.code).toBe(0)
  const strict = await runProgram(
    '--url',
    system.url,
    '--also',
    system.also ?? '',
    '--only',
    'C11',
    '--strict',
    '--json',
  )
  expect(JSON.parse(strict.stdout).outcomes).toMatchObject([{ id: 'C11', verdict: 'not run' }])
  expect(strict.code).toBe(1)
})

test('an address where nobody answers is told in a line', async () => {
  const { code, stderr } = await runProgram('--url', 'http://127.0.0.1:9')
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^conformance: http:\/\/127\.0\.0\.1:9\/readyz .*\n$/)])
})

async function runProgram(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=@humuus/source', '--import', 'tsx', main, ...args])
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (piece) => (said.stdout += piece))
  child.stderr.on('data', (piece) => (said.stderr += piece))
  const [code] = await once(child, 'close')
  return { code, ...said }
}
