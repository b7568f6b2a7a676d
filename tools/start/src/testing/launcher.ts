import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { repository } from '../repository.mjs'

export interface Launcher extends AsyncDisposable {
  readonly process: ChildProcess
  /** All that it printed so far, on both outputs. */
  readonly printed: () => string
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
  /** Resolves when this was printed; throws with all that was printed if it ends before. */
  prints(text: string): Promise<void>
}

/** Runs a program of ours with exactly this environment, besides what any program needs. */
export const launch = (program: string, env: Record<string, string>): Launcher =>
  launchCommand([process.execPath, program], env)

/** The same for any command. */
export function launchCommand([file = '', ...rest]: readonly string[], env: Record<string, string>): Launcher {
  const { PATH, HOME, NODE_EXTRA_CA_CERTS } = process.env
  const surroundings = { PATH, HOME, ...(NODE_EXTRA_CA_CERTS && { NODE_EXTRA_CA_CERTS }) }
  const child = spawn(file, rest, {
    cwd: repository,
    env: { ...surroundings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text
    })
  }
  let over = false
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => {
      over = true
      resolve(code ?? signal ?? 'unknown')
    })
  })
  return {
    process: child,
    printed: () => printed,
    ended,
    prints: async (text) => {
      while (!printed.includes(text)) {
        if (over) throw new Error(`it ended before it printed "${text}":\n${printed}`)
        await setTimeout(20)
      }
    },
    [Symbol.asyncDispose]: async () => {
      if (!over) child.kill('SIGTERM')
      await ended
    },
  }
}
