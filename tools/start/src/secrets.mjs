import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { keysAtStart, newSecret, withNextKey } from './auth-keys.mjs'
import { readSecretsFile, writeSecretsFile } from './secrets-file.mjs'

/**
 * What server and worker are told.
 * @typedef {object} Secrets
 * @property {string} authSecret signs who somebody is; several with commas, the first one signs
 * @property {string} internalSecret lets the worker in
 */

/**
 * The secrets of an installation: those that were given from outside, else its own, which are made at the first start and kept
 * in the data folder. Keys change with the time, and nobody is signed out by that.
 * @param {string} dataFolder
 * @param {{ authSecret: string | null, internalSecret: string | null, tokenDays: number }} environment
 * @param {number} [now] epoch ms
 * @returns {Promise<Secrets>}
 */
export async function keepSecrets(dataFolder, { authSecret, internalSecret, tokenDays }, now = Date.now()) {
  if (authSecret !== null && internalSecret !== null) return { authSecret, internalSecret }
  const kept = await changed(dataFolder, (before) => ({
    authSecrets: authSecret === null ? keysAtStart(before.authSecrets, { now, tokenDays }) : before.authSecrets,
    internalSecret: before.internalSecret ?? (internalSecret === null ? newSecret() : null),
  }))
  return {
    authSecret: authSecret ?? kept.authSecrets.map(({ secret }) => secret).join(','),
    internalSecret: internalSecret ?? kept.internalSecret ?? '',
  }
}

/**
 * Adds a key that signs from the next start on. False if one waits for that already.
 * @param {string} dataFolder
 * @returns {Promise<boolean>}
 */
export async function addKey(dataFolder) {
  let isNew = false
  await changed(dataFolder, (before) => {
    const authSecrets = withNextKey(before.authSecrets)
    isNew = authSecrets !== null
    return { ...before, authSecrets: authSecrets ?? before.authSecrets }
  })
  return isNew
}

/**
 * @param {string} dataFolder
 * @param {(before: import('./secrets-file.mjs').KeptSecrets) => import('./secrets-file.mjs').KeptSecrets} change
 */
function changed(dataFolder, change) {
  const file = join(dataFolder, 'secrets.json')
  return alone(file, () => {
    const before = readSecretsFile(file)
    if (existsSync(file)) chmodSync(file, 0o600)
    const after = change(before)
    writeSecretsFile(file, after)
    return after
  })
}
