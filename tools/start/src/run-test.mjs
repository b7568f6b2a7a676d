import { buildWhatIsStale } from './build.mjs'
import { command } from './command.mjs'
import { installPackages } from './install.mjs'
import { inRepository } from './repository.mjs'
import { runToEnd } from './run-to-end.mjs'

await command(async (session) => {
  await installPackages(session.interrupted)
  await buildWhatIsStale('everything', session.interrupted)
  const vitest = inRepository('node_modules', 'vitest', 'vitest.mjs')
  return runToEnd([process.execPath, vitest, 'run', ...process.argv.slice(2)], session)
})
