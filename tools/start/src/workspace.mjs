import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRepository } from './repository.mjs'

/**
 * @typedef {object} WorkspacePackage
 * @property {string} folder absolute
 * @property {boolean} builds whether it has something to build
 * @property {boolean} depends whether anything must be installed for it
 */

/** @returns {WorkspacePackage[]} */
export function workspacePackages() {
  const folders = ['packages', 'apps', 'tools'].flatMap((parent) =>
    readdirSync(inRepository(parent)).map((name) => inRepository(parent, name)),
  )
  return [...folders, inRepository('e2e')].filter((folder) => existsSync(join(folder, 'package.json'))).map(describe)
}

/** @param {string} folder @returns {WorkspacePackage} */
function describe(folder) {
  const {
    scripts = {},
    dependencies = {},
    devDependencies = {},
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return {
    folder,
    builds: scripts.build !== undefined,
    depends: Object.keys({ ...dependencies, ...devDependencies }).length > 0,
  }
}
