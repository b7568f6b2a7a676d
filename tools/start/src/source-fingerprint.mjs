import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

const notSources = new Set(['node_modules', 'dist', 'generated', '.turbo'])
const isTest = /\.(test|spec)\.\w+$/

/**
 * Changes whenever a file below these paths that a build may read was changed, added or removed. It looks at names, sizes
 * and times only, so that it takes milliseconds; where the whole lies does not matter.
 * @param {string[]} paths files and folders
 */
export function sourceFingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) note(hash, path, basename(path))
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash @param {string} path @param {string} name */
function note(hash, path, name) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) {
    hash.update(`${name}\n${stats?.size} ${stats?.mtimeMs}\n`)
    return
  }
  for (const entry of readdirSync(path).sort()) {
    if (!notSources.has(entry) && !isTest.test(entry)) note(hash, join(path, entry), `${name}/${entry}`)
  }
}
