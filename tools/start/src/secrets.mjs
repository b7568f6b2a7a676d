import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from './problem.mjs'

/**
 * Random keys of this installation, base64url of 32 bytes each.
 * @typedef {object} Secrets
 * @property {string} authSecret signs who somebody is
 * @property {string} internalSecret lets the worker in
 */

/**
 * Makes the secrets once and gives the same ones ever after. Only their owner can read the file.
 * @param {string} dataFolder
 * @returns {Secrets}
 */
export function keepSecrets(dataFolder) {
  const file = join(dataFolder, 'secrets.json')
  makeOnce(file)
  chmodSync(file, 0o600)
  return readSecrets(file)
}

/** @param {string} file */
function makeOnce(file) {
  const draft = `${file}.${process.pid}`
  const secret = () => randomBytes(32).toString('base64url')
  writeFileSync(draft, `${JSON.stringify({ authSecret: secret(), internalSecret: secret() }, null, 2)}\n`, {
    mode: 0o600,
  })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** @param {string} file @returns {Secrets} */
function readSecrets(file) {
  const isSecret = (/** @type {unknown} */ value) => typeof value === 'string' && /^[\w-]{43,}$/.test(value)
  try {
    const { authSecret, internalSecret } = JSON.parse(readFileSync(file, 'utf8'))
    if (isSecret(authSecret) && isSecret(internalSecret)) return { authSecret, internalSecret }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new Problem(
    `${file} is damaged: put it back from a backup, or delete it, after which everybody has to sign in anew`,
  )
}
