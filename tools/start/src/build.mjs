import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm } from './pnpm.mjs'
import { Problem } from './problem.mjs'
import { quietRun } from './quiet-run.mjs'
import { inRepository } from './repository.mjs'
import { say } from './say.mjs'
import { sourceFingerprint } from './source-fingerprint.mjs'
import { readStamp, writeStamp } from './stamp.mjs'
import { workspacePackages } from './workspace.mjs'

/**
 * Builds what is stale. A glance at the sources says whether anything can be; only then the build tool is asked.
 * Throws a `Problem` after showing all that was said.
 * @param {AbortSignal} interrupted
 */
export const buildWhatIsStale = (interrupted) =>
  buildIfStale({ stamp: 'built', packages: allThatBuild(), filter: [] }, interrupted)

/**
 * Builds only what this launcher itself stands on, for when everything else runs from its sources.
 * @param {AbortSignal} interrupted
 */
export const buildDatabasePackage = (interrupted) => {
  const packages = ['workshop-engine', 'db'].map((name) => inRepository('packages', name))
  return buildIfStale({ stamp: 'built-database', packages, filter: ['--filter=@humuus/db'] }, interrupted)
}

const allThatBuild = () =>
  workspacePackages()
    .filter(({ builds }) => builds)
    .map(({ folder }) => folder)

/**
 * @param {{ stamp: string, packages: string[], filter: string[] }} wish
 * @param {AbortSignal} interrupted
 */
async function buildIfStale({ stamp, packages, filter }, interrupted) {
  const settings = ['pnpm-lock.yaml', 'tsconfig.base.json', 'turbo.json'].map((name) => inRepository(name))
  const wanted = sourceFingerprint([...packages, ...settings])
  if (readStamp(stamp) === wanted && packages.every((folder) => existsSync(join(folder, 'dist')))) return
  const began = Date.now()
  say('Building what is new.')
  // turbo calls pnpm by name for each package: through `pnpm exec` it finds one.
  const turbo = pnpm('exec', 'turbo', 'run', 'build', ...filter, '--output-logs=errors-only')
  const { ok, output } = await quietRun(turbo, { interrupted })
  interrupted.throwIfAborted()
  if (!ok) {
    say(output)
    throw new Problem('it could not be built; why stands above')
  }
  writeStamp(stamp, wanted)
  say(`Built in ${Math.round((Date.now() - began) / 1000)} s.`)
}
