import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '@humuus/db/embedded'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

/** A server in a process of its own, so that it can die. Gone when the block ends. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string
  readonly process: ChildProcess
  /** As `kill -9` does it; resolves when it is gone. */
  die(): Promise<void>
}

export async function serverProcess(databaseUrl: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--conditions=@humuus/source', '--import', 'tsx', main], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      AUTH_SECRET: 'a'.repeat(32),
      INTERNAL_SECRET: 'b'.repeat(32),
      LOG_LEVEL: 'error',
      FILES_DIR: join(tmpdir(), `humuus-files-${port}`),
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  const die = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  return { url: `http://127.0.0.1:${port}`, process: child, die, [Symbol.asyncDispose]: die }
}
