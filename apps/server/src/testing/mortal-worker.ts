import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../../worker/src/testing/mortal-worker.ts', import.meta.url))

/** A worker in a process of its own that waits for the word to begin, and can be killed. Gone when the block ends. */
export interface MortalWorker extends AsyncDisposable {
  begin(): void
  /** As `kill -9` does it; resolves when it is gone. */
  die(): Promise<void>
  said(): string
}

/** Resolves when it is loaded, so that its life is all work. */
export async function mortalWorker(env: Record<string, string>): Promise<MortalWorker> {
  const child = spawn(process.execPath, ['--conditions=@humuus/source', '--import', 'tsx', main], {
    env: { PATH: process.env.PATH, INTERNAL_SECRET: 'b'.repeat(32), LOG_LEVEL: 'debug', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let said = ''
  child.stdout?.on('data', (text) => {
    said += text
  })
  const gone = once(child, 'exit')
  const die = async () => {
    child.kill('SIGKILL')
    await gone
  }
  await Promise.race([once(child, 'message'), gone])
  return { begin: () => void child.send('begin'), die, said: () => said, [Symbol.asyncDispose]: die }
}
