import { spawn } from 'node:child_process'
import { repository } from './repository.mjs'

/**
 * Runs a program in this terminal to its end and resolves with its exit code.
 * @param {string[]} command program and arguments
 * @param {import('./command.mjs').Session} session
 * @param {NodeJS.ProcessEnv} [env] its environment, where it is not ours
 * @returns {Promise<number>}
 */
export function runToEnd([file = '', ...rest], { interrupted, atEnd, atWorst }, env = process.env) {
  interrupted.throwIfAborted()
  const child = spawn(file, rest, { cwd: repository, stdio: 'inherit', env })
  const ended = new Promise((/** @type {(code: number) => void} */ resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
  interrupted.addEventListener('abort', () => child.kill('SIGTERM'), { once: true })
  atWorst(() => child.kill('SIGKILL'))
  atEnd(() => ended.catch(() => undefined))
  return ended
}
