import { onceNpmHasGone } from './npm-watch.mjs'
import { Problem } from './problem.mjs'
import { say } from './say.mjs'

/**
 * What a running command may use.
 * @typedef {object} Session
 * @property {AbortSignal} interrupted when it is to stop
 * @property {(end: () => unknown) => void} atEnd what to undo at the end, last things first; awaited
 * @property {(kill: () => void) => void} atWorst what to do when waiting for that is refused
 */

/** Ctrl-C may arrive twice at once: from the terminal and from npm. Only a later one means impatience. */
const impatientAfterMs = 500

/**
 * Runs one of the project's commands and ends the process with its exit code. Ctrl-C, SIGTERM, a closed terminal and npm's end stop
 * it in order; a second one at once. A `Problem` becomes one line and exit code 1.
 * @param {(session: Session) => Promise<number>} main resolves with the exit code
 * @param {{ exitCodeWhenStopped?: number }} [options] 0 where being stopped is how it ends
 */
export async function command(main, { exitCodeWhenStopped = 130 } = {}) {
  const stop = new AbortController()
  const ends = /** @type {(() => unknown)[]} */ ([])
  const kills = /** @type {(() => void)[]} */ ([])
  listenForStop(stop, () => {
    for (const kill of kills) kill()
    process.exit(1)
  })
  const session = {
    interrupted: stop.signal,
    atEnd: (/** @type {() => unknown} */ end) => void ends.push(end),
    atWorst: (/** @type {() => void} */ kill) => void kills.push(kill),
  }
  const interrupted = new Promise((resolve) =>
    stop.signal.addEventListener('abort', () => resolve(exitCodeWhenStopped), { once: true }),
  )
  const code = await Promise.race([main(session), interrupted]).catch((error) =>
    stop.signal.aborted ? exitCodeWhenStopped : report(error),
  )
  stop.abort()
  for (const end of ends.reverse()) await Promise.resolve().then(end).catch(report)
  process.exit(code)
}

/** @param {AbortController} stop @param {() => void} atOnce */
function listenForStop(stop, atOnce) {
  let first = 0
  const stopInOrder = () => {
    if (first === 0) say('\nStopping.')
    first ||= Date.now()
    stop.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (first > 0 && Date.now() - first > impatientAfterMs) atOnce()
      stopInOrder()
    })
  }
  onceNpmHasGone(stopInOrder)
  // Whoever read what we print may have gone; that is no reason to leave things behind.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

/** @param {unknown} error @returns {number} the exit code */
function report(error) {
  say(error instanceof Problem ? `humuus: ${error.message}` : String(error instanceof Error ? error.stack : error))
  return 1
}
