import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'humuus-new-node-'))

beforeAll(() => {
  const isSource = (path: string) => !['dist', '.turbo', '.vite', 'node_modules'].includes(basename(path))
  for (const name of [
    'packages',
    'apps/web',
    'tools/new-node',
    'package.json',
    'tsconfig.base.json',
    'biome.json',
    '.gitignore',
    'vitest.config.ts',
  ]) {
    cpSync(join(repository, name), join(copy, name), { recursive: true, filter: isSource })
  }
  // The reporter that the configuration of the tests names.
  cpSync(join(repository, 'tools/start/src'), join(copy, 'tools/start/src'), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'))
  // Links between packages are relative: in the copy they lead to the copy.
  for (const name of ['packages/workshop-engine', 'packages/api', 'packages/client', 'apps/web']) {
    cpSync(join(repository, name, 'node_modules'), join(copy, name, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
    })
  }
  spawnSync('git', ['init', '--quiet'], { cwd: copy })
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

function run(program: string, ...rest: string[]) {
  const { status, stdout, stderr } = spawnSync(program, rest, { cwd: copy, encoding: 'utf8' })
  return { status, printed: `${stdout}${stderr}` }
}

const newNode = (type: string) => run(process.execPath, 'tools/new-node/src/new-node.mjs', type)
const tool = (name: string, ...rest: string[]) => run(join('node_modules', '.bin', name), ...rest)

const insistOnSuccess = ({ status, printed }: ReturnType<typeof run>) => expect(status, printed).toBe(0)

describe('pnpm new:node', () => {
  test('makes node types, one after the other', () => {
    for (const type of ['photo-wall', 'mood']) insistOnSuccess(newNode(type))
  })

  test.each(['packages/workshop-engine', 'apps/web'])('which compile in %s', (folder) => {
    insistOnSuccess(tool('tsc', '-p', folder))
  })

  test('whose code is formatted and clean', () => {
    insistOnSuccess(tool('biome', 'check', '--error-on-warnings', 'packages/workshop-engine/src', 'apps/web/src/nodes'))
  })

  test('which passes its own tests and the laws for all node types', () => {
    const tests = ['src/nodes/photo-wall', 'src/nodes/mood', 'src/testing/laws'].map(
      (path) => `packages/workshop-engine/${path}`,
    )
    const result = tool('vitest', 'run', '--reporter=verbose', '-t', 'photo-wall|mood', ...tests)
    expect(result.printed).toContain('photo-wall')
    insistOnSuccess(result)
  })

  test('and touches nothing that exists', () => {
    const rules = join(copy, 'packages/workshop-engine/src/nodes/poll/rules.ts')
    const before = readFileSync(rules, 'utf8')
    expect(newNode('poll')).toMatchObject({ status: 1, printed: expect.stringContaining('exists already') })
    expect(readFileSync(rules, 'utf8')).toBe(before)
  })

  test('and says how a type is named when it cannot be', () => {
    expect(newNode('Photo Wall')).toMatchObject({ status: 1, printed: expect.stringContaining('photo-wall') })
    expect(existsSync(join(copy, 'apps/web/src/nodes/Photo Wall'))).toBe(false)
  })
})
