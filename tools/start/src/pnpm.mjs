import { readFileSync } from 'node:fs'
import { inRepository } from './repository.mjs'

/**
 * A pnpm command that needs neither pnpm nor corepack on the machine, only npm: it runs the version the project names.
 * @param {string[]} rest
 */
export function pnpm(...rest) {
  const { packageManager } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'))
  return ['npx', '--yes', packageManager, ...rest]
}
