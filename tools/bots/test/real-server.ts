import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { startProgram } from './program.ts'

export interface RealServer extends AsyncDisposable {
  readonly url: string
}

/** The real server on a free port, as a process of its own; stopped with SIGTERM. */
export async function realServer(databaseUrl: string): Promise<RealServer> {
  const secret = 'only for tests only for tests only for tests'
  const env = { PORT: '0', HOST: '127.0.0.1', DATABASE_URL: databaseUrl, AUTH_SECRET: secret, INTERNAL_SECRET: secret }
  const child = startProgram('../../apps/server/src/main.ts', [], { ...env, LOG_LEVEL: 'info', REDIS_URL: '' })
  const ended = once(child, 'exit')
  const said: string[] = []
  child.stderr?.on('data', (piece) => said.push(String(piece)))
  const url = await Promise.race([
    addressIn(child.stdout, said),
    ended.then(([code]) => Promise.reject(new Error(`the server ended with ${code}: ${said.join('')}`))),
  ])
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The address that the server tells when it is ready; goes on reading, so that its output is never stuck. */
function addressIn(output: NodeJS.ReadableStream | null, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    if (output === null) return reject(new Error('no output'))
    createInterface({ input: output }).on('line', (line) => {
      said.push(`${line}\n`)
      const { msg, url } = JSON.parse(line)
      if (msg === 'ready') resolve(url)
    })
  })
}
