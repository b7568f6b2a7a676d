import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { keepAlive } from './keep-alive.mjs'
import { Problem } from './problem.mjs'

/**
 * A program of ours that runs beside the launcher.
 * @typedef {object} Program
 * @property {string} name as people call it
 * @property {string[]} command program and arguments
 * @property {Record<string, string | undefined>} env
 * @property {string} [cwd]
 * @property {boolean} announces whether it says `{ ready: true }` over its IPC channel when it is ready
 * @property {number} graceMs how long it may take to stop in order
 */

/**
 * @typedef {object} Child
 * @property {Promise<void>} ready at once where it does not announce it; throws a `Problem` if it ends before
 * @property {Promise<void>} kept see `keepAlive`
 */

/**
 * Starts a program and keeps it alive until the session ends. When its IPC channel closes it knows that
 * the launcher is dead, in whatever way that came to pass.
 * @param {Program} program
 * @param {import('./command.mjs').Session} session
 * @returns {Child}
 */
export function startChild(program, { interrupted, atEnd, atWorst }) {
  interrupted.throwIfAborted()
  let life = launch(program)
  const next = () => {
    life = launch(program)
    return life
  }
  atEnd(() => stop(life, program.graceMs))
  atWorst(() => signalGroup(life.pid, 'SIGKILL'))
  const ready = program.announces ? life.ready.then(() => undefined) : Promise.resolve()
  const kept = ready.then(() => keepAlive(program.name, life, next, interrupted))
  // Heard in time by whoever waits for it; where the start was given up for another reason, nobody does.
  kept.catch(() => undefined)
  return { ready, kept }
}

/** @param {Program} program */
function launch({ name, command: [file = '', ...rest], env, cwd }) {
  // Its own process group: Ctrl-C in the terminal reaches it through the launcher, in order.
  const child = spawn(file, rest, {
    ...(cwd && { cwd }),
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise((/** @type {(how: string) => void} */ resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  const said = new Promise((resolve) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'ready' in message) resolve(true)
    })
  })
  const died = ended.then((how) => {
    throw new Problem(`the ${name} could not start (${how}); its own words stand above`)
  })
  const ready = Promise.race([said, died])
  // Only the first life is waited for.
  ready.catch(() => undefined)
  return { pid: child.pid, ended, ready }
}

/** @param {{ pid: number | undefined, ended: Promise<string> }} life @param {number} graceMs */
async function stop({ pid, ended }, graceMs) {
  signalGroup(pid, 'SIGTERM')
  await Promise.race([ended, setTimeout(graceMs, undefined, { ref: false })])
  signalGroup(pid, 'SIGKILL')
  await ended
}

/** @param {number | undefined} pid leader of the group @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  try {
    if (pid !== undefined) process.kill(-pid, signal)
  } catch {
    // Nobody is left in it.
  }
}
