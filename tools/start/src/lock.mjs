import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from './problem.mjs'
import { startOf } from './process-identity.mjs'

/**
 * Claims a data folder for this process until it ends. Throws a `Problem` that names the process which has it.
 * @param {string} folder
 * @returns {{ leftOver: boolean }} `leftOver`: whoever had it before did not end in order, and may still be ending
 */
export function lockDataFolder(folder) {
  const lock = join(folder, 'running.json')
  const claim = `${lock}.${process.pid}`
  const leftOver = removeIfLeftOver(lock, folder)
  writeFileSync(claim, JSON.stringify({ pid: process.pid, start: startOf(process.pid) }))
  try {
    // A link appears whole or not at all, and never in place of one that is there.
    linkSync(claim, lock)
  } catch {
    throw inUse(folder, holderOf(lock)?.pid)
  } finally {
    rmSync(claim, { force: true })
  }
  process.once('exit', () => {
    if (holderOf(lock)?.pid === process.pid) rmSync(lock, { force: true })
  })
  return { leftOver }
}

/** @param {string} lock @param {string} folder */
function removeIfLeftOver(lock, folder) {
  if (!existsSync(lock)) return false
  const holder = holderOf(lock)
  if (holder !== null && startOf(holder.pid) === holder.start) throw inUse(folder, holder.pid)
  rmSync(lock, { force: true })
  return true
}

/** @param {string} lock @returns {{ pid: number, start: string } | null} null if there is none, or a power cut left it empty */
function holderOf(lock) {
  try {
    return JSON.parse(readFileSync(lock, 'utf8'))
  } catch {
    return null
  }
}

/** @param {string} folder @param {number | undefined} pid */
function inUse(folder, pid) {
  return new Problem(
    `the data folder ${folder} is in use by a running humuus (process ${pid ?? 'unknown'}): stop it, or choose another folder with HUMUUS_DATA and another port with PORT`,
  )
}
