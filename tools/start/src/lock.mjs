import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Problem } from './problem.mjs'
import { startOf } from './process-identity.mjs'
import { say } from './say.mjs'

/** Longer than an orderly stop takes. */
const patienceMs = 20_000

/**
 * What stands in the lock file.
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string | null} start when that process began
 * @property {boolean} stopping it is about to end
 */

/**
 * Claims a data folder for this process until it ends; a process that is just stopping is waited for. Throws a `Problem`
 * that names the process which has it.
 * @param {string} folder
 * @returns {Promise<{ leftOver: boolean, stopping: () => void }>} `leftOver`: whoever had it before did not end in order,
 * and things it started may still be ending; `stopping` is to be called when this process begins to end
 */
export async function lockDataFolder(folder) {
  const lock = join(folder, 'running.json')
  await untilStopped(lock)
  const leftOver = removeIfLeftOver(lock, folder)
  const me = { pid: process.pid, start: startOf(process.pid), stopping: false }
  claim(lock, me, folder)
  process.once('exit', () => {
    if (holderOf(lock)?.pid === process.pid) rmSync(lock, { force: true })
  })
  return { leftOver, stopping: () => renameSync(draft(lock, { ...me, stopping: true }), lock) }
}

/** @param {string} lock */
async function untilStopped(lock) {
  const isStopping = () => {
    const holder = holderOf(lock)
    return holder?.stopping === true && isAlive(holder)
  }
  if (!isStopping()) return
  say('Waiting for the previous run to end.')
  for (const until = Date.now() + patienceMs; isStopping() && Date.now() < until; ) await setTimeout(100)
}

/** @param {string} lock @param {string} folder */
function removeIfLeftOver(lock, folder) {
  if (!existsSync(lock)) return false
  const holder = holderOf(lock)
  if (holder !== null && isAlive(holder)) throw inUse(folder, holder.pid)
  rmSync(lock, { force: true })
  return true
}

/** @param {string} lock @param {Holder} holder @param {string} folder */
function claim(lock, holder, folder) {
  const file = draft(lock, holder)
  try {
    // A link appears whole or not at all, and never in place of one that is there.
    linkSync(file, lock)
  } catch {
    throw inUse(folder, holderOf(lock)?.pid)
  } finally {
    rmSync(file, { force: true })
  }
}

/** @param {string} lock @param {Holder} holder @returns {string} a file beside the lock with its future text */
function draft(lock, holder) {
  const file = `${lock}.${process.pid}`
  writeFileSync(file, JSON.stringify(holder))
  return file
}

/** Who has a lock. @param {string} lock @returns {Holder | null} null if there is none, or a power cut left it empty */
export function holderOf(lock) {
  try {
    return JSON.parse(readFileSync(lock, 'utf8'))
  } catch {
    return null
  }
}

/** @param {Holder} holder */
export const isAlive = ({ pid, start }) => startOf(pid) === start

/** @param {string} folder @param {number | undefined} pid */
function inUse(folder, pid) {
  return new Problem(
    `the data folder ${folder} is in use by a running humuus (process ${pid ?? 'unknown'}): stop it, or choose another folder with HUMUUS_DATA and another port with PORT`,
  )
}
