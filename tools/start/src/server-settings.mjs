import { isIP, isIPv4 } from 'node:net'
import { Problem } from './problem.mjs'

/**
 * What the server alone is told, by its names; what is not set is not in it.
 * @typedef {Partial<Record<keyof typeof settings, string>>} ServerSettings
 */

const oneOf = (/** @type {string[]} */ ...values) => ({
  isGood: (/** @type {string} */ text) => values.includes(text),
  words: `be one of ${values.join(', ')}`,
})

/** @param {number} least @param {number} most */
const wholeNumber = (least, most) => ({
  isGood: (/** @type {string} */ text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most,
  words: `be a whole number from ${least} to ${most}`,
})

const anything = { isGood: () => true, words: '' }

/** For each name what can be used, and how to say it without repeating what was written. */
const settings = {
  PUBLIC_URL: { isGood: isWebAddress, words: 'look like https://workshops.example.org' },
  TOKEN_DAYS: { isGood: isBetween(2, 400), words: 'be a number of days from 2 to 400' },
  WHO_MAY_HOST: oneOf('everybody', 'registered', 'invited'),
  CONFIRM_EMAIL: oneOf('yes', 'no'),
  TRUST_PROXY: {
    isGood: areProxies,
    words: 'be the number of proxies in front of it, or their addresses with commas between them, such as 10.0.0.0/8',
  },
  EMBED_ORIGINS: { isGood: areOrigins, words: 'be sites with spaces between them, such as https://school.example.org' },
  FILE_EXPIRY_MINUTES: { isGood: isBetween(0.01, 1_440), words: 'be a number of minutes from 0.01 to 1440' },
  HOUSEKEEPING_HOURS: { isGood: isBetween(0.0001, 168), words: 'be a number of hours from 0.0001 to 168' },
  MAX_FILE_MB: wholeNumber(1, 10_000),
  PERSON_QUOTA_MB: wholeNumber(1, 1_000_000_000),
  SESSION_QUOTA_MB: wholeNumber(1, 1_000_000_000),
  FILE_DAYS: wholeNumber(1, 3_650),
  SERVE_UNSCANNED: oneOf('yes', 'no'),
  FILES_URL: { isGood: isWebAddress, words: 'look like https://files.example.org' },
  FILES_PURGE_URL: { isGood: isWebAddress, words: 'look like http://cache:8080' },
  OIDC_ISSUER: { isGood: isIssuer, words: 'look like https://login.example.org (http:// only on this machine)' },
  OIDC_CLIENT_ID: anything,
  OIDC_CLIENT_SECRET: anything,
  OIDC_NAME: { isGood: (/** @type {string} */ text) => text.length <= 40, words: 'have at most 40 characters' },
  OIDC_SCOPES: { isGood: areScopes, words: 'contain openid, as in "openid email profile"' },
}

/** Their names. */
export const serverSettingNames = Object.keys(settings)

/** These go together. */
const provider = /** @type {const} */ (['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])

/**
 * Throws a `Problem` for the first value that cannot be used.
 * @param {(name: string) => string | null} value
 * @returns {ServerSettings}
 */
export function readServerSettings(value) {
  const given = /** @type {ServerSettings} */ ({})
  for (const [name, { isGood, words }] of Object.entries(settings)) {
    const text = value(name)
    if (text === null) continue
    if (!isGood(text)) throw new Problem(`${name} must ${words}`)
    given[/** @type {keyof typeof settings} */ (name)] = text
  }
  const missing = provider.filter((name) => given[name] === undefined)
  if (missing.length === 0 || missing.length === provider.length) return given
  throw new Problem(`${missing.join(' and ')} must be set, too: ${provider.join(', ')} go together`)
}

/** @param {string} text */
function isWebAddress(text) {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return /^https?:$/.test(protocol) && /^https?:\/\//i.test(text) && hostname !== ''
}

/**
 * @param {number} least
 * @param {number} most
 */
function isBetween(least, most) {
  return (/** @type {string} */ text) => /^\d+(\.\d+)?$/.test(text) && Number(text) >= least && Number(text) <= most
}

/** @param {string} text */
function areProxies(text) {
  return /^\d$/.test(text) || text.split(',').every((part) => isNetwork(part.trim()))
}

/** @param {string} text an address, a network (`10.0.0.0/8`), or a name for some of them */
function isNetwork(text) {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits, ...more] = text.split('/')
  if (isIP(address) === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv4(address) ? 32 : 128))
}

/** @param {string} text */
function areOrigins(text) {
  // Strict, because they become part of a header: hosts may hold signs that mean something there.
  const isOrigin = (/** @type {string} */ part) => /^https?:\/\/[\w.*:[\]-]+\/?$/i.test(part) && isWebAddress(part)
  return text.split(/\s+/).every(isOrigin)
}

/** @param {string} text */
function isIssuer(text) {
  if (!isWebAddress(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1'
}

/** @param {string} text */
function areScopes(text) {
  return text.split(/\s+/).includes('openid')
}
