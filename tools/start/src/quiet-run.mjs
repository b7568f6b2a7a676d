import { spawn } from 'node:child_process'
import { repository } from './repository.mjs'

/**
 * Runs a program to its end without showing what it prints. It is ended, with all it started, when `interrupted` is.
 * @param {string[]} command program and arguments
 * @param {{ interrupted: AbortSignal, cwd?: string }} options
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function quietRun([program = '', ...rest], { interrupted, cwd = repository }) {
  return new Promise((resolve) => {
    const child = spawn(program, rest, {
      cwd,
      env: quietEnvironment(),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = /** @type {string[]} */ ([])
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => output.push(text))
    const end = () => killGroup(child.pid)
    interrupted.addEventListener('abort', end, { once: true })
    child.once('error', (error) => output.push(error.message))
    child.once('close', (code) => {
      interrupted.removeEventListener('abort', end)
      resolve({ ok: code === 0, output: output.join('') })
    })
  })
}

/** What a production environment sets would leave out the tools to build with; and nothing shall call home. */
function quietEnvironment() {
  const { NODE_ENV: _, ...env } = process.env
  return { ...env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' }
}

/** @param {number | undefined} pid leader of a process group */
function killGroup(pid) {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM')
  } catch {
    // It has ended by itself.
  }
}
