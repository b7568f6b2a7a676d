import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { Problem } from './problem.mjs'
import { inRepository, repository } from './repository.mjs'

/**
 * Where everything is kept that must outlive a restart. As root, PostgreSQL runs as a user of its own: if that user cannot
 * come to the usual place, a folder of the system that belongs to this checkout alone takes its place.
 * @param {{ dataFolder: string | null, databaseUrl: string | null }} environment
 * @returns {string} absolute path
 */
export function chooseDataFolder({ dataFolder, databaseUrl }) {
  if (dataFolder !== null) return resolve(repository, dataFolder)
  const usual = inRepository('.humuus')
  const needsWayIn = process.getuid?.() === 0 && databaseUrl === null && !existsSync(resolve(usual, 'postgres'))
  if (!needsWayIn || isOpenToAll(repository)) return usual
  const checkout = createHash('sha256').update(repository).digest('hex').slice(0, 8)
  return `/var/lib/humuus/${basename(repository)}-${checkout}`
}

/** Whether every user may go through this folder. @param {string} folder @returns {boolean} */
function isOpenToAll(folder) {
  const parent = dirname(folder)
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || isOpenToAll(parent))
}

/**
 * Makes the folder if it is missing. Throws a `Problem` if it cannot be made, read or written.
 * @param {string} folder
 */
export function openDataFolder(folder) {
  try {
    // Root lets PostgreSQL's user pass through; what is inside is closed by itself.
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Problem(
      `the data folder ${folder} cannot be used (${reason(error)}): choose another one with HUMUUS_DATA`,
    )
  }
}

/** @param {unknown} error */
function reason(error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const words = {
    EACCES: 'no permission',
    EPERM: 'no permission',
    EEXIST: 'it is a file',
    ENOTDIR: 'a file is in its way',
  }
  return { ...words, EROFS: 'it is read-only', ENOSPC: 'the disk is full' }[code] ?? String(error)
}
