import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inRepository } from './repository.mjs'

/** Notes of what was done for which state of the sources; they go when `node_modules` goes. */
const folder = () => inRepository('node_modules', '.humuus')

/** @param {string} name @returns {string | null} */
export function readStamp(name) {
  try {
    return readFileSync(`${folder()}/${name}`, 'utf8')
  } catch {
    return null
  }
}

/** @param {string} name @param {string} value */
export function writeStamp(name, value) {
  mkdirSync(folder(), { recursive: true })
  writeFileSync(`${folder()}/${name}`, value)
}
