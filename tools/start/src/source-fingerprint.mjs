import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const notSources = new Set(['node_modules', 'dist', 'generated', '.turbo'])
const isTest = /\.(test|spec)\.\w+$/

/**
 * Changes whenever a file below these paths that a build may read was changed, added or removed. It looks at names, sizes
 * and times only, so that it takes milliseconds.
 * @param {string[]} paths files and folders
 */
export function sourceFingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) note(hash, path)
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
function note(hash, path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) {
    hash.update(`${path}\n${stats?.size} ${stats?.mtimeMs}\n`)
    return
  }
  for (const name of readdirSync(path).sort()) {
    if (!notSources.has(name) && !isTest.test(name)) note(hash, join(path, name))
  }
}
