import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chooseDataFolder } from './data-folder.mjs'
import { startDatabase } from './database.mjs'
import { Problem } from './problem.mjs'

/**
 * Address of the database that `npm start` uses with this environment, for a program beside it: the running one,
 * else it is started until the session ends. Throws a `Problem` where nothing was ever kept.
 * @param {import('./environment.mjs').Environment} environment
 * @param {import('./command.mjs').Session} session
 * @returns {Promise<string>}
 */
export async function databaseToRead(environment, session) {
  if (environment.databaseUrl !== null) return environment.databaseUrl
  const dataDir = join(chooseDataFolder(environment), 'postgres')
  if (!existsSync(join(dataDir, 'cluster')))
    throw new Problem(
      `there is no database in ${dataDir}: name its folder with HUMUUS_DATA, or its address with DATABASE_URL`,
    )
  // Only now: before this, the packages may not have been installed and built.
  const { runningPostgres } = await import('@humuus/db/embedded')
  return (await runningPostgres(dataDir)) ?? (await startDatabase(dataDir, session)).url
}
