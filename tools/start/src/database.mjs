import { setTimeout } from 'node:timers/promises'
import { keepAlive } from './keep-alive.mjs'
import { Problem } from './problem.mjs'
import { say } from './say.mjs'

const leftOverPatienceMs = 15_000
const spokenFor = new Set(['DataFolderInUse', 'DataFolderUnusable', 'PostgresFailed'])

/**
 * Starts the embedded PostgreSQL in a folder of its own and keeps it alive, at the same address, until the session ends.
 * @param {string} dataDir
 * @param {import('./command.mjs').Session} session
 * @returns {Promise<{ url: string, kept: Promise<void> }>}
 */
export async function startDatabase(dataDir, { interrupted, atEnd }) {
  // Only now: before this, the packages may not have been installed and built.
  const { startPostgres } = await import('@humuus/db/embedded')
  const start = (/** @type {number | undefined} */ port) =>
    patiently(() => startPostgres({ dataDir, port }), interrupted)
  let running = start(undefined)
  atEnd(() =>
    running.then(
      (postgres) => postgres.stop(),
      () => undefined,
    ),
  )
  const { url, port, ended } = await running
  const life = (/** @type {Promise<void>} */ end) => ({ ended: end.then(() => 'unexpectedly') })
  const again = async () => {
    running = start(port)
    return life((await running).ended)
  }
  const kept = keepAlive('database', life(ended), again, interrupted)
  kept.catch(() => undefined)
  return { url, kept }
}

/**
 * A launcher that was killed leaves a database that ends within moments: since the data folder is ours, it is waited for.
 * @template T
 * @param {() => Promise<T>} start
 * @param {AbortSignal} interrupted
 * @returns {Promise<T>}
 */
async function patiently(start, interrupted) {
  const until = Date.now() + leftOverPatienceMs
  for (let attempt = 1; ; attempt++) {
    try {
      return await start()
    } catch (error) {
      interrupted.throwIfAborted()
      if (!(error instanceof Error && error.name === 'DataFolderInUse') || Date.now() > until) throw inWords(error)
      if (attempt === 1) say('Waiting for the database of an earlier run to end.')
      await setTimeout(250)
    }
  }
}

/** @param {unknown} error */
function inWords(error) {
  if (!(error instanceof Error && spokenFor.has(error.name))) return error
  const hint = error.name === 'DataFolderUnusable' ? ' (for example HUMUUS_DATA=/var/lib/humuus npm start)' : ''
  return new Problem(error.message + hint)
}
