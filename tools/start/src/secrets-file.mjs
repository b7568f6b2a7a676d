import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Problem } from './problem.mjs'

/**
 * What stands in the file; what was given from outside instead is missing.
 * @typedef {object} KeptSecrets
 * @property {import('./auth-keys.mjs').AuthKey[]} authSecrets newest first
 * @property {string | null} internalSecret
 */

/**
 * Reads the file, also as it was before keys had dates: its only key is as old as the file. Nothing is kept where there is no
 * file. Throws a `Problem` if it is damaged.
 * @param {string} file
 * @returns {KeptSecrets}
 */
export function readSecretsFile(file) {
  const text = textOf(file)
  if (text === null) return { authSecrets: [], internalSecret: null }
  const kept = parsed(text, () => statSync(file).mtime)
  if (kept !== null) return kept
  throw new Problem(
    `${file} is damaged: put it back from a backup, or delete it, after which everybody has to sign in anew`,
  )
}

/**
 * Replaces the file as a whole, unless that stands in it: whoever reads meanwhile sees the one before. Only its owner can read it.
 * @param {string} file
 * @param {KeptSecrets} secrets
 */
export function writeSecretsFile(file, { authSecrets, internalSecret }) {
  const draft = `${file}.${process.pid}`
  const kept = { ...(authSecrets.length > 0 && { authSecrets }), ...(internalSecret !== null && { internalSecret }) }
  const text = `${JSON.stringify(kept, null, 2)}\n`
  if (textOf(file) === text) return
  try {
    writeFileSync(draft, text, { mode: 0o600, flush: true })
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** @param {string} text @param {() => Date} madeAt @returns {KeptSecrets | null} null: damaged */
function parsed(text, madeAt) {
  const { authSecret, authSecrets, internalSecret } = asObject(text)
  if (internalSecret !== undefined && !isSecret(internalSecret)) return null
  const kept = { internalSecret: internalSecret ?? null }
  if (isSecret(authSecret) && authSecrets === undefined)
    return { authSecrets: [{ secret: authSecret, since: madeAt().toISOString() }], ...kept }
  if (Array.isArray(authSecrets) && authSecrets.length > 0 && authSecrets.every(isKey)) return { authSecrets, ...kept }
  const isWithout = authSecret === undefined && authSecrets === undefined && kept.internalSecret !== null
  return isWithout ? { authSecrets: [], ...kept } : null
}

/** @param {string} text @returns {Record<string, unknown>} */
function asObject(text) {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** @param {unknown} value @returns {value is string} */
const isSecret = (value) => typeof value === 'string' && /^[\w-]{43,}$/.test(value)

/** @param {unknown} value @returns {value is import('./auth-keys.mjs').AuthKey} */
function isKey(value) {
  if (typeof value !== 'object' || value === null || !('secret' in value) || !('since' in value)) return false
  const { secret, since } = value
  return isSecret(secret) && (since === null || (typeof since === 'string' && !Number.isNaN(Date.parse(since))))
}
