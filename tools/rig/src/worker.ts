import { appCommand } from './app-command.ts'
import { Program } from './program.ts'
import { environmentOf, type Surroundings } from './surroundings.ts'

/** The worker as a process, not started yet. It reaches the servers at `serverUrl`. */
export const prepareWorker = (serverUrl: string, around: Surroundings): Program =>
  new Program({
    name: 'worker',
    ...appCommand('worker'),
    env: { ...environmentOf(around), SERVER_URL: serverUrl },
    log: `${around.logs}/worker.log`,
    check: (announced) => announced,
    onDeath: (how) => around.onDeath('worker', how),
  })
