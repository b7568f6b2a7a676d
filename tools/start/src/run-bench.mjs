import { buildWhatIsStale } from './build.mjs'
import { command } from './command.mjs'
import { installPackages } from './install.mjs'
import { inRepository } from './repository.mjs'
import { runToEnd } from './run-to-end.mjs'

await command(async (session) => {
  await installPackages(session.interrupted)
  // The server, the web app and the bench are measured as they are shipped.
  await buildWhatIsStale('everything', session.interrupted)
  const bench = inRepository('tools', 'bench', 'dist', 'main.js')
  // A crowd needs open files; where the limit may not be raised, the bench says how many it has.
  const raised = 'ulimit -n "$(ulimit -Hn)" 2>/dev/null; exec "$0" "$@"'
  return runToEnd(['/bin/sh', '-c', raised, process.execPath, bench, ...process.argv.slice(2)], session)
})
