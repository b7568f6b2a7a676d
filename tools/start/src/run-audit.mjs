import { buildWhatIsStale } from './build.mjs'
import { command } from './command.mjs'
import { databaseToRead } from './database-to-read.mjs'
import { readEnvironment } from './environment.mjs'
import { installPackages } from './install.mjs'
import { inRepository } from './repository.mjs'
import { runToEnd } from './run-to-end.mjs'

await command(async (session) => {
  const environment = readEnvironment(process.env)
  await installPackages(session.interrupted)
  await buildWhatIsStale('audit', session.interrupted)
  const env = { ...process.env, DATABASE_URL: await databaseToRead(environment, session) }
  const audit = inRepository('tools', 'audit', 'dist', 'main.js')
  return runToEnd([process.execPath, audit, ...process.argv.slice(2)], session, env)
})
