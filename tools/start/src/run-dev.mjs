import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromThisMachine } from './addresses.mjs'
import { untilItAnswers } from './answers.mjs'
import { buildWhatIsStale } from './build.mjs'
import { startChild } from './child.mjs'
import { command } from './command.mjs'
import { startDatabase } from './database.mjs'
import { layFoundation } from './foundation.mjs'
import { installPackages } from './install.mjs'
import { freePortFrom } from './port.mjs'
import { programEnvironments } from './programs.mjs'
import { inRepository } from './repository.mjs'
import { keepSecrets } from './secrets.mjs'

const firstWebPort = 5173
const patienceMs = 120_000

await command(
  async (session) => {
    const environment = await layFoundation(session)
    const { host, port, dataFolder } = environment
    await installPackages(session.interrupted)
    await buildWhatIsStale('launcher', session.interrupted)

    const embedded =
      environment.databaseUrl === null ? await startDatabase(join(dataFolder, 'postgres'), session) : null
    const databaseUrl = embedded?.url ?? environment.databaseUrl ?? ''
    const env = programEnvironments(environment, databaseUrl, await keepSecrets(dataFolder, environment))
    const dev = { announces: false, graceMs: 5_000 }

    const server = startChild({ ...dev, name: 'server', command: watched('server'), env: env.server }, session)
    await untilItAnswers(`${fromThisMachine(host, port)}/readyz`, { patienceMs, interrupted: session.interrupted })
    const worker = startChild({ ...dev, name: 'worker', command: watched('worker'), env: env.worker }, session)
    const webPort = await freePortFrom(host, firstWebPort)
    const web = startChild(
      {
        ...dev,
        name: 'web',
        command: vite(host, webPort),
        cwd: inRepository('apps', 'web'),
        env: proxying(host, port),
      },
      session,
    )
    console.log(`\n  Join  ${fromThisMachine(host, webPort)}   changes appear as they are saved\n  Stop  Ctrl-C\n`)
    await Promise.all([embedded?.kept, server.kept, worker.kept, web.kept])
    return 0
  },
  { exitCodeWhenStopped: 0 },
)

/** Runs an app from its sources, and again whenever one of them changes. @param {string} app */
function watched(app) {
  const tsx = fileURLToPath(import.meta.resolve('tsx/cli'))
  const main = inRepository('apps', app, 'src', 'main.ts')
  return [process.execPath, tsx, 'watch', '--clear-screen=false', '--conditions=@humuus/source', main]
}

/** @param {string} host @param {number} port */
function vite(host, port) {
  const program = inRepository('apps', 'web', 'node_modules', 'vite', 'bin', 'vite.js')
  return [process.execPath, program, '--host', host, '--port', String(port), '--strictPort', '--clearScreen', 'false']
}

/** Tells the web app's development server where the API is. @param {string} host @param {number} port */
function proxying(host, port) {
  return { ...process.env, SERVER_URL: fromThisMachine(host, port) }
}
