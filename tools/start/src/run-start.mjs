import { join } from 'node:path'
import { fromTheNetwork, fromThisMachine } from './addresses.mjs'
import { untilItAnswers } from './answers.mjs'
import { banner } from './banner.mjs'
import { buildWhatIsStale } from './build.mjs'
import { startChild } from './child.mjs'
import { command } from './command.mjs'
import { startDatabase } from './database.mjs'
import { layFoundation } from './foundation.mjs'
import { installPackages } from './install.mjs'
import { programEnvironments } from './programs.mjs'
import { qrCode } from './qr.mjs'
import { inRepository } from './repository.mjs'
import { keepSecrets } from './secrets.mjs'

await command(
  async (session) => {
    const { interrupted } = session
    const environment = await layFoundation(session)
    await installPackages(interrupted)
    await buildWhatIsStale('product', interrupted)
    const { host, port, dataFolder } = environment

    const embedded =
      environment.databaseUrl === null ? await startDatabase(join(dataFolder, 'postgres'), session) : null
    const databaseUrl = embedded?.url ?? environment.databaseUrl ?? ''
    const env = programEnvironments(environment, databaseUrl, await keepSecrets(dataFolder, environment))
    const ours = { announces: true, graceMs: 10_000 }
    const node = (/** @type {string} */ app) => [process.execPath, inRepository('apps', app, 'dist', 'main.js')]

    const server = startChild({ ...ours, name: 'server', command: node('server'), env: env.server }, session)
    await server.ready
    // After the server, which brings the database up to date; it ends first, while the server still listens to it.
    const worker = startChild(
      { ...ours, name: 'worker', command: node('worker'), env: env.worker, graceMs: 5_000 },
      session,
    )
    await worker.ready
    const here = fromThisMachine(host, port)
    await untilItAnswers(`${here}/readyz`, { patienceMs: 30_000, interrupted })

    const network = fromTheNetwork(host, port)
    const code = network[0] === undefined ? null : await qrCode(network[0])
    const colours = process.stdout.isTTY === true && !process.env.NO_COLOR
    console.log(banner({ here, network, code, seconds: process.uptime(), colours }))
    await Promise.all([embedded?.kept, server.kept, worker.kept])
    return 0
  },
  { exitCodeWhenStopped: 0 },
)
