import { isIP } from 'node:net'
import { readFileSettings } from './file-settings.mjs'
import { Problem } from './problem.mjs'
import { readServerSettings } from './server-settings.mjs'
import { readTelemetrySettings } from './telemetry-settings.mjs'

/** How long a token lives where nobody says so: as the server has it. */
const usualTokenDays = 30

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/**
 * What may be set from outside, checked. A variable that is empty counts as not set.
 * @typedef {object} Environment
 * @property {number} port
 * @property {string} host the address the server listens on
 * @property {string | null} dataFolder as it was written; null leaves the choice to us
 * @property {string | null} databaseUrl null: embedded PostgreSQL
 * @property {string | null} redisUrl null: no Redis
 * @property {string | null} smtpUrl null: mail is not sent but kept
 * @property {string | null} mailFrom null leaves the choice to the worker
 * @property {string} logLevel
 * @property {string | null} authSecret signs who somebody is; several with commas. null: one of ours
 * @property {string | null} internalSecret lets the worker in; null: one of ours
 * @property {number} tokenDays how long a token lives
 * @property {import('./server-settings.mjs').ServerSettings} serverSettings
 * @property {import('./file-settings.mjs').FileSettings} fileSettings where files are kept, and who looks through them
 * @property {import('./telemetry-settings.mjs').TelemetrySettings} telemetrySettings
 */

/**
 * Throws a `Problem` for the first value that cannot be used. It never repeats a value that may hold a password.
 * @param {Readonly<Record<string, string | undefined>>} variables
 * @returns {Environment}
 */
export function readEnvironment(variables) {
  const value = (/** @type {string} */ name) => variables[name]?.trim() || null
  const serverSettings = readServerSettings(value)
  return {
    port: readPort(value('PORT') ?? '3000'),
    host: readHost(value('HOST') ?? '127.0.0.1'),
    dataFolder: value('HUMUUS_DATA'),
    databaseUrl: readUrl('DATABASE_URL', value('DATABASE_URL'), 'postgresql://user:password@host:5432/database'),
    redisUrl: readUrl('REDIS_URL', value('REDIS_URL'), 'redis://host:6379'),
    smtpUrl: readUrl('SMTP_URL', value('SMTP_URL'), 'smtp://user:password@host:587'),
    mailFrom: readMailFrom(value('MAIL_FROM')),
    logLevel: readLogLevel(value('LOG_LEVEL') ?? 'warn'),
    authSecret: readSecrets('AUTH_SECRET', value('AUTH_SECRET')),
    internalSecret: readSecret('INTERNAL_SECRET', value('INTERNAL_SECRET')),
    tokenDays: Number(serverSettings.TOKEN_DAYS ?? usualTokenDays),
    serverSettings,
    fileSettings: readFileSettings(value),
    telemetrySettings: readTelemetrySettings(value),
  }
}

/** @param {string} text */
function readPort(text) {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new Problem(`PORT must be a whole number from 1 to 65535, not "${text}"`)
}

/** @param {string} text */
function readHost(text) {
  if (isIP(text) !== 0 || /^(?!.*\.\d+$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i.test(text))
    return text
  throw new Problem(`HOST must be an address of this machine such as 127.0.0.1 or 0.0.0.0, not "${text}"`)
}

/** @param {string} text */
function readLogLevel(text) {
  if (logLevels.includes(text)) return text
  throw new Problem(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${text}"`)
}

/** @param {string} name @param {string | null} text */
function readSecret(name, text) {
  if (text === null || text.length >= 32) return text
  throw new Problem(`${name} must have at least 32 characters`)
}

/** @param {string} name @param {string | null} text several, with commas between them */
function readSecrets(name, text) {
  if (text === null || text.split(',').every((part) => part.trim().length >= 32)) return text
  throw new Problem(`${name} must have at least 32 characters, and so must each where several have commas between them`)
}

/** @param {string | null} text */
function readMailFrom(text) {
  const address = text === null ? null : (/^[^<>\p{C}]*<([^<>]+)>$/u.exec(text)?.[1] ?? text)
  if (address === null || /^[^\s\p{C}<>()[\]\\,;:"@]+@[^\s\p{C}<>()[\]\\,;:"@]+$/u.test(address)) return text
  throw new Problem('MAIL_FROM must look like humuus <no-reply@example.org>')
}

const schemes = {
  DATABASE_URL: ['postgres:', 'postgresql:'],
  REDIS_URL: ['redis:', 'rediss:'],
  SMTP_URL: ['smtp:', 'smtps:'],
}

/**
 * @param {keyof typeof schemes} name
 * @param {URL} url
 */
function isPossible(name, { protocol, hostname }) {
  // A database may be a socket in the file system; mail needs a host.
  return schemes[name].includes(protocol) && (name !== 'SMTP_URL' || hostname !== '')
}

/**
 * @param {keyof typeof schemes} name
 * @param {string | null} text
 * @param {string} example
 */
function readUrl(name, text, example) {
  if (text === null || (URL.canParse(text) && isPossible(name, new URL(text)))) return text
  throw new Problem(`${name} must look like ${example}`)
}
