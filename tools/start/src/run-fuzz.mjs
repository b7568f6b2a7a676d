import { buildWhatIsStale } from './build.mjs'
import { command } from './command.mjs'
import { installPackages } from './install.mjs'
import { inRepository } from './repository.mjs'
import { runToEnd } from './run-to-end.mjs'

await command(async (session) => {
  await installPackages(session.interrupted)
  await buildWhatIsStale('fuzz', session.interrupted)
  const fuzz = inRepository('tools', 'fuzz', 'dist', 'main.js')
  return runToEnd([process.execPath, fuzz, ...process.argv.slice(2)], session)
})
