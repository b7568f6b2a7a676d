import { Problem } from './problem.mjs'

/**
 * What server and worker are told about files, by its names; what is not set is not in it.
 * @typedef {Partial<Record<keyof typeof settings, string>>} FileSettings
 */

const anything = { isGood: () => true, words: '' }

/** For each name what can be used, and how to say it without repeating what was written. */
const settings = {
  FILES_DIR: anything,
  S3_ENDPOINT: { isGood: isWebAddress, words: 'look like https://store.example.org' },
  S3_BUCKET: anything,
  S3_REGION: anything,
  S3_ACCESS_KEY_ID: anything,
  S3_SECRET_ACCESS_KEY: anything,
  S3_FORCE_PATH_STYLE: {
    isGood: (/** @type {string} */ text) => ['yes', 'no'].includes(text),
    words: 'be one of yes, no',
  },
  CLAMAV_URL: { isGood: isScanner, words: 'look like tcp://host:3310 or unix:/run/clamav/clamd.ctl' },
}

/** Their names. */
export const fileSettingNames = Object.keys(settings)

/** These go together. */
const store = /** @type {const} */ (['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])

/**
 * Throws a `Problem` for the first value that cannot be used.
 * @param {(name: string) => string | null} value
 * @returns {FileSettings}
 */
export function readFileSettings(value) {
  const given = /** @type {FileSettings} */ ({})
  for (const [name, { isGood, words }] of Object.entries(settings)) {
    const text = value(name)
    if (text === null) continue
    if (!isGood(text)) throw new Problem(`${name} must ${words}`)
    given[/** @type {keyof typeof settings} */ (name)] = text
  }
  const missing = store.filter((name) => given[name] === undefined)
  const isBucket = missing.length < store.length || given.S3_ENDPOINT !== undefined
  if (!isBucket || missing.length === 0) return given
  throw new Problem(`${missing.join(' and ')} must be set, too: ${store.join(', ')} go together`)
}

/** @param {string} text */
function isWebAddress(text) {
  return /^https?:\/\//i.test(text) && URL.canParse(text) && new URL(text).hostname !== ''
}

/** @param {string} text */
function isScanner(text) {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname } = new URL(text)
  return protocol === 'unix:' ? hostname === '' && pathname.startsWith('/') : protocol === 'tcp:' && hostname !== ''
}
