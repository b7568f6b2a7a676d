import { execFile } from 'node:child_process'
import { chown, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { DataFolder } from './data-folder.ts'
import { PostgresFailed } from './errors.ts'
import type { Programs } from './programs.ts'

const run = promisify(execFile)

/** Makes the folder's cluster: UTF-8, locale C, one superuser `humuus`. If interrupted it does not appear at all. */
export async function initialise(folder: DataFolder, programs: Programs, durable: boolean): Promise<void> {
  const draft = await mkdtemp(join(folder.path, 'cluster-'))
  try {
    if (folder.user !== null) await chown(draft, folder.user.uid, folder.user.gid)
    await initdb(draft, folder, programs, durable)
    await rename(draft, folder.cluster).catch(unlessMade)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function initdb(cluster: string, folder: DataFolder, programs: Programs, durable: boolean): Promise<void> {
  const flags = [
    `--pgdata=${cluster}`,
    `--pwfile=${folder.passwordFile}`,
    '--username=humuus',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]
  try {
    await run(programs.initdb, flags, { ...folder.user, cwd: '/', env: { ...process.env, LC_ALL: 'C' } })
  } catch (cause) {
    const words = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause)
    throw new PostgresFailed(`the database could not be initialised: ${words}`, { cause })
  }
}

/** Another process that started at the same time was first: its cluster is as good. */
function unlessMade(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
}
