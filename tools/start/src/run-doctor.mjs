import { join } from 'node:path'
import { buildWhatIsStale } from './build.mjs'
import { command } from './command.mjs'
import { chooseDataFolder, openDataFolder } from './data-folder.mjs'
import { databaseToRead } from './database-to-read.mjs'
import { readEnvironment } from './environment.mjs'
import { installPackages } from './install.mjs'
import { inRepository } from './repository.mjs'
import { runToEnd } from './run-to-end.mjs'
import { readSecretsFile } from './secrets-file.mjs'

await command(async (session) => {
  const environment = readEnvironment(process.env)
  const dataFolder = chooseDataFolder(environment)
  openDataFolder(dataFolder)
  await installPackages(session.interrupted)
  await buildWhatIsStale('doctor', session.interrupted)
  const internalSecret = environment.internalSecret ?? readSecretsFile(join(dataFolder, 'secrets.json')).internalSecret
  const env = {
    ...process.env,
    DATABASE_URL: await databaseToRead(environment, session),
    HUMUUS_DATA: dataFolder,
    ...(internalSecret !== null && { INTERNAL_SECRET: internalSecret }),
  }
  return runToEnd([process.execPath, inRepository('tools', 'doctor', 'dist', 'main.js')], session, env)
})
