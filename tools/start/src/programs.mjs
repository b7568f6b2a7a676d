import { fromThisMachine } from './addresses.mjs'
import { inRepository } from './repository.mjs'

/**
 * What server and worker are told, each no more than it needs.
 * @param {import('./environment.mjs').Environment & { dataFolder: string }} environment
 * @param {string} databaseUrl
 * @param {import('./secrets.mjs').Secrets} secrets
 */
export function programEnvironments(
  { host, port, dataFolder, redisUrl, logLevel },
  databaseUrl,
  { authSecret, internalSecret },
) {
  const { PORT: _port, HOST: _host, DATABASE_URL: _databaseUrl, REDIS_URL: _redisUrl, ...inherited } = process.env
  const both = {
    ...inherited,
    ...(redisUrl !== null && { REDIS_URL: redisUrl }),
    DATABASE_URL: databaseUrl,
    HUMUUS_DATA: dataFolder,
    INTERNAL_SECRET: internalSecret,
    LOG_LEVEL: logLevel,
  }
  return {
    server: {
      ...both,
      HOST: host,
      PORT: String(port),
      AUTH_SECRET: authSecret,
      WEB_DIR: inRepository('apps', 'web', 'dist'),
    },
    worker: { ...both, SERVER_URL: fromThisMachine(host, port) },
  }
}
