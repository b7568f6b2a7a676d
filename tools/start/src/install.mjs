import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm } from './pnpm.mjs'
import { Problem } from './problem.mjs'
import { quietRun } from './quiet-run.mjs'
import { inRepository } from './repository.mjs'
import { say } from './say.mjs'
import { readStamp, writeStamp } from './stamp.mjs'
import { workspacePackages } from './workspace.mjs'

/**
 * Installs what the lock file names, unless that was done before for the same lock file on the same kind of machine.
 * Throws a `Problem` after showing all that was said.
 * @param {AbortSignal} interrupted
 */
export async function installPackages(interrupted) {
  const wanted = lockFingerprint()
  if (readStamp('installed') === wanted && isComplete()) return
  const began = Date.now()
  say('Installing packages. The first time this takes a minute or two.')
  // Development packages are the tools to build with, whatever the environment says of production.
  const flags = ['--frozen-lockfile', '--prod=false', '--config.confirmModulesPurge=false', '--reporter=append-only']
  const { ok, output } = await quietRun(pnpm('install', ...flags), { interrupted })
  interrupted.throwIfAborted()
  if (!ok) {
    say(output)
    throw new Problem('the packages could not be installed; why stands above')
  }
  writeStamp('installed', wanted)
  say(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`)
}

function lockFingerprint() {
  const lock = readFileSync(inRepository('pnpm-lock.yaml'))
  return createHash('sha256').update(`${process.platform} ${process.arch}\n`).update(lock).digest('hex')
}

const isComplete = () =>
  workspacePackages().every(({ folder, depends }) => !depends || existsSync(join(folder, 'node_modules')))
