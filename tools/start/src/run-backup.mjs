import { buildWhatIsStale } from './build.mjs'
import { command } from './command.mjs'
import { chooseDataFolder } from './data-folder.mjs'
import { databaseToRead } from './database-to-read.mjs'
import { readEnvironment } from './environment.mjs'
import { installPackages } from './install.mjs'
import { inRepository } from './repository.mjs'
import { runToEnd } from './run-to-end.mjs'

await command(async (session) => {
  const environment = readEnvironment(process.env)
  await installPackages(session.interrupted)
  await buildWhatIsStale('backup', session.interrupted)
  const env = {
    ...process.env,
    DATABASE_URL: await databaseToRead(environment, session),
    HUMUUS_DATA: chooseDataFolder(environment),
  }
  const program = inRepository('tools', 'backup', 'dist', 'main.js')
  return runToEnd([process.execPath, program, 'backup', ...process.argv.slice(2)], session, env)
})
