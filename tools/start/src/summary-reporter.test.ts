import { symlinkSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRepository } from './repository.mjs'
import { launch } from './testing/launcher.ts'
import { scratchFolder } from './testing/scratch.ts'

/** Runs a test file with our reporter and gives its last line, all it printed and the exit code. */
async function run(body: string, env: Record<string, string> = {}) {
  using folder = scratchFolder()
  symlinkSync(inRepository('node_modules'), `${folder.path}/node_modules`)
  const imports = "import { beforeAll, describe, expect, test } from 'vitest'"
  writeFileSync(`${folder.path}/some.test.js`, `${imports}\n${body}`)
  const vitest = JSON.stringify(inRepository('node_modules', 'vitest', 'dist', 'node.js'))
  const options = JSON.stringify({
    root: folder.path,
    watch: false,
    reporters: ['default', inRepository('tools', 'start', 'src', 'summary-reporter.mjs')],
  })
  writeFileSync(
    `${folder.path}/run.mjs`,
    `import { startVitest } from ${vitest}\nawait (await startVitest('test', [], ${options})).close()`,
  )
  const running = launch(`${folder.path}/run.mjs`, { NO_COLOR: '1', ...env })
  const code = await running.ended
  const printed = running.printed()
  return { code, printed, last: printed.trimEnd().split('\n').at(-1) }
}

test('a run ends with a line of how many passed and failed', async () => {
  const { code, last } = await run("test('one', () => {}); test('two', () => {}); test('three', () => {})")
  expect(last).toBe('3 passed, 0 failed')
  expect(code).toBe(0)
})

test('a failed test is counted and fails the run', async () => {
  const { code, last } = await run("test('one', () => {}); test('two', () => expect(1).toBe(2))")
  expect(last).toBe('1 passed, 1 failed')
  expect(code).toBe(1)
})

test('a suite whose set-up fails is counted as a failure', async () => {
  const { code, last } = await run(
    "describe('a', () => { beforeAll(() => { throw 1 }); test('one', () => {}) }); test('two', () => {})",
  )
  expect(last).toMatch(/^1 passed, 1 failed/)
  expect(code).toBe(1)
})

test('a file that cannot be loaded is counted as a failure', async () => {
  const { code, last } = await run('throw new Error("no")')
  expect(last).toBe('0 passed, 1 failed')
  expect(code).toBe(1)
})

test('a run in which nothing ran has failed', async () => {
  const { code, printed, last } = await run("test.skip('one', () => {})")
  expect(printed).toContain('No test ran.')
  expect(last).toBe('0 passed, 0 failed, 1 skipped')
  expect(code).toBe(1)
})

const skipping =
  "describe('on Redis', () => { test('a', (context) => context.skip('no redis-server found')) }); test('b', () => {})"

test('what was skipped is named with its reason', async () => {
  const { code, printed, last } = await run(skipping)
  expect(printed).toContain('some.test.js › on Redis: no redis-server found\n')
  expect(last).toBe('1 passed, 0 failed, 1 skipped')
  expect(code).toBe(0)
})

test('with HUMUUS_TEST_ALL=1 a run that skipped anything has failed', async () => {
  const { code, last } = await run(skipping, { HUMUUS_TEST_ALL: '1' })
  expect(last).toBe('1 passed, 0 failed, 1 skipped')
  expect(code).toBe(1)
})
