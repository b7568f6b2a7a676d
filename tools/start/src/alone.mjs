import { randomUUID } from 'node:crypto'
import { linkSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { holderOf, isAlive } from './lock.mjs'
import { Problem } from './problem.mjs'
import { startOf } from './process-identity.mjs'

/** Longer than any work on a small file takes. */
const patienceMs = 10_000

/**
 * Does some work on a file while nobody else does any on it, in this process or another one; whoever died in the middle of it is
 * not waited for. Throws a `Problem` if it does not become free.
 * @template T
 * @param {string} file
 * @param {() => T} work
 * @returns {Promise<T>}
 */
export async function alone(file, work) {
  const lock = `${file}.lock`
  for (const until = Date.now() + patienceMs; !claim(lock); ) {
    const holder = holderOf(lock)
    if (holder !== null && !isAlive(holder)) rmSync(lock, { force: true })
    else if (Date.now() > until) throw new Problem(`${lock} is in the way: remove it if no humuus is just starting`)
    else await setTimeout(20)
  }
  try {
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** @param {string} lock @returns {boolean} whether it is ours now */
function claim(lock) {
  const draft = `${lock}.${randomUUID()}`
  writeFileSync(draft, JSON.stringify({ pid: process.pid, start: startOf(process.pid), stopping: false }))
  try {
    linkSync(draft, lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
