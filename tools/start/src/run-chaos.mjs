import { buildWhatIsStale } from './build.mjs'
import { command } from './command.mjs'
import { installPackages } from './install.mjs'
import { inRepository } from './repository.mjs'
import { runToEnd } from './run-to-end.mjs'

await command(async (session) => {
  await installPackages(session.interrupted)
  await buildWhatIsStale('chaos', session.interrupted)
  const chaos = inRepository('tools', 'chaos', 'dist', 'main.js')
  return runToEnd([process.execPath, chaos, ...process.argv.slice(2)], session)
})
