import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The process of the PostgreSQL that runs on this cluster; null if none does, whatever an old lock file says. */
export async function runningPostmaster(cluster: string): Promise<number | null> {
  const pid = await lockHolder(cluster)
  if (pid === null || !isAlive(pid)) return null
  return (await isPostmasterOf(cluster, pid)) ? pid : null
}

/**
 * Takes away a lock file whose process is dead or has become another program. PostgreSQL forgives the first by itself
 * but not the second, which is what a restarted machine or container often leaves: the same number, another process.
 */
export async function removeStaleLock(cluster: string): Promise<void> {
  if ((await runningPostmaster(cluster)) === null) await rm(join(cluster, 'postmaster.pid'), { force: true })
}

/** The process number in the cluster's lock file, dead or alive; null without a readable lock file. */
export async function lockHolder(cluster: string): Promise<number | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(text.split('\n', 1)[0] ?? '', 10)
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

/** True while a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** PostgreSQL's working directory is its cluster; where there is no /proc, the program's name has to do. */
async function isPostmasterOf(cluster: string, pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const [there, here] = await Promise.all([readlink(`/proc/${pid}/cwd`).catch(() => null), realpath(cluster)])
    return there === here
  }
  const command = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return command.stdout.includes('postgres')
}
