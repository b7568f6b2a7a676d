import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../../worker/src/main.ts', import.meta.url))

/** A worker in a process of its own. Gone when the block ends. */
export interface WorkerProcess extends AsyncDisposable {
  /** What it wrote to its log so far. */
  said(): string
}

/** Resolves when it takes jobs. `env` goes before what all servers of a test world have in common. */
export async function workerProcess(env: Record<string, string>): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['--conditions=@humuus/source', '--import', 'tsx', main], {
    env: { PATH: process.env.PATH, INTERNAL_SECRET: 'b'.repeat(32), LOG_LEVEL: 'debug', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let said = ''
  child.stdout?.on('data', (text) => {
    said += text
  })
  await once(child, 'message')
  return {
    said: () => said,
    [Symbol.asyncDispose]: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
