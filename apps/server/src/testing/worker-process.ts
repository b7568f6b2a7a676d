import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = new URL('../../../worker/src/main.ts', import.meta.url)
const mortal = new URL('../../../worker/src/testing/mortal-worker.ts', import.meta.url)

/** A worker in a process of its own. Gone when the block ends. */
export interface WorkerProcess extends AsyncDisposable {
  /** What it wrote to its log so far. */
  said(): string
}

/** One that waits for the word to begin, and can be killed. */
export interface MortalWorker extends WorkerProcess {
  begin(): void
  /** As `kill -9` does it; resolves when it is gone. */
  die(): Promise<void>
}

/** Resolves when it takes jobs. `env` goes before what all servers of a test world have in common. */
export async function workerProcess(env: Record<string, string>): Promise<WorkerProcess> {
  const { said, end } = await started(main, env)
  return { said, [Symbol.asyncDispose]: () => end('SIGTERM') }
}

/** Resolves when it is loaded, so that its life is all work. */
export async function mortalWorker(env: Record<string, string>): Promise<MortalWorker> {
  const { child, said, end } = await started(mortal, env)
  const die = () => end('SIGKILL')
  return { begin: () => void child.send('begin'), die, said, [Symbol.asyncDispose]: die }
}

async function started(program: URL, env: Record<string, string>) {
  const child = spawn(process.execPath, ['--conditions=@humuus/source', '--import', 'tsx', fileURLToPath(program)], {
    env: { PATH: process.env.PATH, INTERNAL_SECRET: 'b'.repeat(32), LOG_LEVEL: 'debug', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let said = ''
  child.stdout?.on('data', (text) => {
    said += text
  })
  const gone = once(child, 'exit')
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await gone
  }
  await Promise.race([once(child, 'message'), gone])
  return { child, said: () => said, end }
}
