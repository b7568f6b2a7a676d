import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { portToKeep } from './port.ts'
import { Program } from './program.ts'

const run = promisify(execFile)

interface RedisParts {
  readonly folder: string
  readonly logs: string
  readonly onDeath: (name: string, how: string) => void
}

/** A Redis as docs/operations.md wants it, that keeps its port, and its data as Redis usually does: written to disk every second. */
export class RigRedis extends Program {
  readonly url: string

  constructor(port: number, dir: string, { logs, onDeath }: RedisParts) {
    const kept = ['--dir', dir, '--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--hz', '100']
    super({
      name: 'redis',
      command: ['redis-server', '--bind', '127.0.0.1', '--port', String(port), ...kept],
      cwd: dir,
      env: { PATH: process.env.PATH },
      log: `${logs}/redis.log`,
      check: () => answersPing(port),
      onDeath: (how) => onDeath('redis', how),
    })
    this.url = `redis://127.0.0.1:${port}`
  }
}

/** Not started yet; `null` where there is to be none. Throws where there must be one and `redis-server` is not on the PATH. */
export async function prepareRedis(wish: 'if there' | 'must' | 'no', parts: RedisParts): Promise<RigRedis | null> {
  if (wish === 'no') return null
  if (!(await hasRedisServer())) {
    if (wish === 'if there') return null
    throw new Error('there is no redis-server on the PATH')
  }
  const dir = `${parts.folder}/redis`
  await mkdir(dir, { recursive: true })
  return new RigRedis(await portToKeep(), dir, parts)
}

/** Whether there is a `redis-server` on the PATH. */
export const hasRedisServer = (): Promise<boolean> =>
  run('redis-server', ['--version']).then(
    () => true,
    () => false,
  )

/** Redis says PONG; while it still loads what it kept, it says that instead. */
function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1_000 })
    const settle = (answers: boolean) => {
      socket.destroy()
      resolve(answers)
    }
    socket.once('connect', () => socket.write('PING\r\n'))
    socket.once('data', (answer) => settle(String(answer).startsWith('+PONG')))
    socket.once('timeout', () => settle(false)).once('error', () => settle(false))
  })
}
