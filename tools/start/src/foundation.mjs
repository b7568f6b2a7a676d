import { chooseDataFolder, openDataFolder } from './data-folder.mjs'
import { readEnvironment } from './environment.mjs'
import { lockDataFolder } from './lock.mjs'
import { insistOnFreePort } from './port.mjs'
import { Problem } from './problem.mjs'
import { inRepository } from './repository.mjs'
import { say } from './say.mjs'
import { insistOnService, missingService } from './service.mjs'

const leftOverPatienceMs = 12_000

/**
 * Checks all that can be checked before anything is installed, and claims the data folder. Throws a `Problem` at the
 * first thing that stands in the way.
 * @param {import('./command.mjs').Session} session
 * @returns {Promise<import('./environment.mjs').Environment & { dataFolder: string }>}
 */
export async function layFoundation({ interrupted }) {
  const [argument] = process.argv.slice(2)
  if (argument !== undefined)
    throw new Problem(`"${argument}" is not understood: what can be set is set as in PORT=4000 npm start`)
  const environment = readEnvironment(process.env)
  const dataFolder = chooseDataFolder(environment)
  openDataFolder(dataFolder)
  const { leftOver, stopping } = await lockDataFolder(dataFolder)
  interrupted.addEventListener('abort', stopping, { once: true })
  await insistOnFreePort(environment, leftOver ? { patienceMs: leftOverPatienceMs } : {})
  if (environment.databaseUrl !== null) await insistOnService('DATABASE_URL', environment.databaseUrl)
  if (environment.redisUrl !== null) await insistOnService('REDIS_URL', environment.redisUrl)
  // A mail server may come later: mail waits for it, workshops do not.
  const noMailServer = environment.smtpUrl && (await missingService('SMTP_URL', environment.smtpUrl))
  if (noMailServer) say(`${noMailServer}; mail waits until something does.`)
  if (environment.dataFolder === null && dataFolder !== inRepository('.humuus')) {
    say(`Data is kept in ${dataFolder}: the database does not run as root, and its user may not enter this folder.`)
  }
  return { ...environment, dataFolder }
}
