import { buildWhatIsStale } from './build.mjs'
import { command } from './command.mjs'
import { installPackages } from './install.mjs'
import { inRepository } from './repository.mjs'
import { runToEnd } from './run-to-end.mjs'

await command(
  async (session) => {
    await installPackages(session.interrupted)
    await buildWhatIsStale('product', session.interrupted)
    // From its sources, because the store for files that it brings along is there for tests alone and is never built.
    const cluster = inRepository('tools', 'cluster', 'src', 'main.ts')
    const fromSources = ['--conditions=@humuus/source', '--import', 'tsx']
    return runToEnd([process.execPath, ...fromSources, cluster, ...process.argv.slice(2)], session)
  },
  { exitCodeWhenStopped: 0 },
)
