import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pnpm } from './pnpm.mjs'
import { Problem } from './problem.mjs'
import { quietRun } from './quiet-run.mjs'
import { inRepository, repository } from './repository.mjs'
import { say } from './say.mjs'
import { sourceFingerprint } from './source-fingerprint.mjs'
import { readStamp, writeStamp } from './stamp.mjs'
import { workspacePackages } from './workspace.mjs'

/**
 * What can be built, with all it stands on: what the product consists of, the bots, the audit, backups, the doctor, chaos, the fuzzer
 * and the conformance suite with the servers they start, what a launcher needs while everything else runs from its sources, or all there is.
 * @typedef {'product' | 'bots' | 'audit' | 'backup' | 'doctor' | 'chaos' | 'fuzz' | 'conformance' | 'launcher' | 'everything'} Target
 */

/** @type {Record<Target, { folders: string[], filter: string[] }>} */
const targets = {
  product: { folders: ['packages', 'apps'], filter: ['--filter=./apps/*'] },
  bots: {
    folders: ['packages', 'tools/args', 'tools/bots'],
    filter: ['--filter=@humuus/bots', '--filter=./packages/*'],
  },
  audit: {
    folders: [
      ...['workshop-engine', 'api', 'client', 'db'].map((name) => `packages/${name}`),
      'tools/args',
      'tools/audit',
    ],
    filter: ['--filter=@humuus/audit'],
  },
  chaos: {
    folders: [
      'packages',
      'apps/server',
      'apps/worker',
      ...['args', 'rig', 'bots', 'audit', 'chaos'].map((name) => `tools/${name}`),
    ],
    filter: ['--filter=@humuus/chaos', '--filter=@humuus/server', '--filter=@humuus/worker'],
  },
  fuzz: {
    folders: ['packages', 'apps/server', 'tools/args', 'tools/rig', 'tools/fuzz'],
    filter: ['--filter=@humuus/fuzz', '--filter=@humuus/server'],
  },
  conformance: {
    folders: ['packages', 'apps/server', 'apps/worker', 'tools/args', 'tools/rig', 'tools/conformance'],
    filter: ['--filter=@humuus/conformance', '--filter=@humuus/server', '--filter=@humuus/worker'],
  },
  backup: {
    folders: ['packages/workshop-engine', 'packages/db', 'tools/args', 'tools/backup'],
    filter: ['--filter=@humuus/backup'],
  },
  doctor: { folders: ['packages/workshop-engine', 'packages/db', 'tools/doctor'], filter: ['--filter=@humuus/doctor'] },
  launcher: { folders: ['packages/workshop-engine', 'packages/db'], filter: ['--filter=@humuus/db'] },
  everything: { folders: ['packages', 'apps', 'tools'], filter: [] },
}

/**
 * Builds what is stale. A glance at the sources says whether anything can be; only then the build tool is asked.
 * Throws a `Problem` after showing all that was said.
 * @param {Target} target
 * @param {AbortSignal} interrupted
 */
export async function buildWhatIsStale(target, interrupted) {
  const wanted = stampsOf(target)
  if (wanted.every(({ output, stamp, value }) => existsSync(output) && readStamp(stamp) === value)) return
  const began = Date.now()
  say('Building what is new.')
  // turbo calls pnpm by name for each package: through `pnpm exec` it finds one.
  const turbo = pnpm('exec', 'turbo', 'run', 'build', ...targets[target].filter, '--output-logs=errors-only')
  const { ok, output } = await quietRun(turbo, { interrupted })
  interrupted.throwIfAborted()
  if (!ok) {
    say(output)
    throw new Problem('it could not be built; why stands above')
  }
  for (const { stamp, value } of wanted) writeStamp(stamp, value)
  say(`Built in ${Math.round((Date.now() - began) / 1000)} s.`)
}

/**
 * For each package of a target, the state of the sources it is to be built from: its own and, for any may be under it,
 * those of all libraries.
 * @param {Target} target
 */
function stampsOf(target) {
  const settings = ['pnpm-lock.yaml', 'tsconfig.base.json', 'turbo.json'].map((name) => inRepository(name))
  const below = sourceFingerprint([inRepository('packages'), ...settings])
  return packagesOf(target).map((folder) => ({
    output: join(folder, 'dist'),
    stamp: `built-${relative(repository, folder).replaceAll('/', '-')}`,
    value: `${below} ${sourceFingerprint([folder])}`,
  }))
}

/** Folders of the packages a target consists of. @param {Target} target */
function packagesOf(target) {
  const folders = targets[target].folders.map((folder) => inRepository(folder))
  return workspacePackages()
    .filter(({ folder, builds }) => builds && folders.some((parent) => folder === parent || dirname(folder) === parent))
    .map(({ folder }) => folder)
}
