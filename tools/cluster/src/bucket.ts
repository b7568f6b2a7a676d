import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./store.ts', import.meta.url))

/** Where all servers keep files; what is in it is gone when the block ends. */
export interface Bucket extends AsyncDisposable {
  /** What server and worker are told about it. */
  readonly env: Readonly<Record<string, string>>
}

/** Starts the object store that our tests use. */
export async function openBucket(): Promise<Bucket> {
  // A process group of its own: Ctrl-C is not for it.
  const child = spawn(process.execPath, ['--conditions=@humuus/source', '--import', 'tsx', program], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    // The store's library has a word about Node's next version for everybody who starts it.
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit')
  const failed = gone.then(([code]) => Promise.reject(new Error(`the store for files ended with exit code ${code}`)))
  failed.catch(() => undefined)
  const [env] = await Promise.race([once(child, 'message'), failed])
  return {
    env,
    [Symbol.asyncDispose]: async () => {
      if (child.connected) child.disconnect()
      await gone
    },
  }
}
