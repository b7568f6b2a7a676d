import { existsSync } from 'node:fs'
import { appCommand } from './app-command.ts'
import { portToKeep } from './port.ts'
import { Program } from './program.ts'
import { inRepository } from './repository.ts'
import { environmentOf, type Surroundings } from './surroundings.ts'

/** A server as a process; it keeps its address. */
export class RigServer extends Program {
  readonly url: string

  constructor(number: number, port: number, around: Surroundings) {
    const name = `server-${number}`
    const url = `http://127.0.0.1:${port}`
    super({
      name,
      ...appCommand('server'),
      env: {
        ...environmentOf(around),
        HOST: '127.0.0.1',
        PORT: String(port),
        AUTH_SECRET: around.authSecret,
        ...webDir(),
      },
      log: `${around.logs}/${name}.log`,
      check: () => answersWell(`${url}/readyz`),
      onDeath: (how) => around.onDeath(name, how),
    })
    this.url = url
  }
}

/** Not started yet. */
export const prepareServers = (count: number, around: Surroundings): Promise<RigServer[]> =>
  Promise.all(Array.from({ length: count }, async (_, index) => new RigServer(index + 1, await portToKeep(), around)))

/** The web app, where it was built. */
function webDir(): NodeJS.ProcessEnv {
  const built = inRepository('apps/web/dist')
  return existsSync(built) ? { WEB_DIR: built } : {}
}

async function answersWell(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(1_000) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}
