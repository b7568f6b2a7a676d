import { fromThisMachine } from './addresses.mjs'
import { fileSettingNames } from './file-settings.mjs'
import { inRepository } from './repository.mjs'
import { serverSettingNames } from './server-settings.mjs'
import { telemetrySettingNames } from './telemetry-settings.mjs'

/** Read and checked by us, and passed on where it is needed. */
const ours = [
  ...['PORT', 'HOST', 'DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'MAIL_FROM', 'AUTH_SECRET', 'INTERNAL_SECRET'],
  ...serverSettingNames,
  ...fileSettingNames,
  ...telemetrySettingNames,
]

/**
 * What server and worker are told, each no more than it needs.
 * @param {import('./environment.mjs').Environment & { dataFolder: string }} environment
 * @param {string} databaseUrl
 * @param {import('./secrets.mjs').Secrets} secrets
 */
export function programEnvironments(
  { host, port, dataFolder, redisUrl, smtpUrl, mailFrom, logLevel, serverSettings, fileSettings, telemetrySettings },
  databaseUrl,
  { authSecret, internalSecret },
) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name)))
  // The server shows its metrics where it listens anyway.
  const { METRICS_PORT, ...telemetry } = telemetrySettings
  const both = {
    ...inherited,
    ...(redisUrl !== null && { REDIS_URL: redisUrl }),
    ...(smtpUrl !== null && { SMTP_URL: smtpUrl }),
    ...fileSettings,
    DATABASE_URL: databaseUrl,
    HUMUUS_DATA: dataFolder,
    INTERNAL_SECRET: internalSecret,
    LOG_LEVEL: logLevel,
    ...telemetry,
  }
  return {
    server: {
      ...both,
      ...serverSettings,
      HOST: host,
      PORT: String(port),
      AUTH_SECRET: authSecret,
      WEB_DIR: inRepository('apps', 'web', 'dist'),
    },
    worker: {
      ...both,
      SERVER_URL: fromThisMachine(host, port),
      ...(mailFrom !== null && { MAIL_FROM: mailFrom }),
      ...(METRICS_PORT !== undefined && { METRICS_PORT }),
    },
  }
}
