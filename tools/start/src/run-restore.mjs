import { join } from 'node:path'
import { buildWhatIsStale } from './build.mjs'
import { command } from './command.mjs'
import { chooseDataFolder, openDataFolder } from './data-folder.mjs'
import { startDatabase } from './database.mjs'
import { readEnvironment } from './environment.mjs'
import { installPackages } from './install.mjs'
import { lockDataFolder } from './lock.mjs'
import { inRepository } from './repository.mjs'
import { runToEnd } from './run-to-end.mjs'
import { insistOnService } from './service.mjs'

await command(async (session) => {
  const environment = readEnvironment(process.env)
  const dataFolder = chooseDataFolder(environment)
  openDataFolder(dataFolder)
  // Nobody works with what is about to be replaced.
  const { stopping } = await lockDataFolder(dataFolder)
  session.interrupted.addEventListener('abort', stopping, { once: true })
  if (environment.databaseUrl !== null) await insistOnService('DATABASE_URL', environment.databaseUrl)
  await installPackages(session.interrupted)
  await buildWhatIsStale('backup', session.interrupted)
  const databaseUrl = environment.databaseUrl ?? (await startDatabase(join(dataFolder, 'postgres'), session)).url
  const env = { ...process.env, DATABASE_URL: databaseUrl, HUMUUS_DATA: dataFolder }
  const program = inRepository('tools', 'backup', 'dist', 'main.js')
  return runToEnd([process.execPath, program, 'restore', ...process.argv.slice(2)], session, env)
})
