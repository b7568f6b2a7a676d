import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Sends a signal to some processes when it is told to, or when this process dies in whatever way. */
export interface Watchdog {
  /** Sends it now. */
  bark(): Promise<void>
  /** Will never send it. */
  leave(): void
}

// Reads until its standard input closes, which a death closes, too.
const script = 'read -r _; kill -s "$0" "$@" 2>/dev/null'

export function watchdog(signal: 'KILL' | 'CONT', pids: readonly number[]): Watchdog {
  // A process group of its own: Ctrl-C is not for it.
  const child = spawn('/bin/sh', ['-c', script, signal, ...pids.map(String)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const gone = once(child, 'exit')
  gone.catch(() => undefined)
  child.stdin.on('error', () => undefined)
  return {
    bark: async () => {
      child.stdin.end()
      await gone
    },
    leave: () => void child.kill('SIGKILL'),
  }
}
