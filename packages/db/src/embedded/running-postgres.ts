import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { runningPostmaster } from './lock-file.ts'
import { readPassword } from './password.ts'
import { urlOf } from './url.ts'

/**
 * Address of the PostgreSQL that runs on this folder, whoever started it; `null` when none does. Changes nothing.
 * Throws `DataFolderUnusable` where its password cannot be read.
 */
export async function runningPostgres(dataDir: string): Promise<string | null> {
  const path = resolve(dataDir)
  const cluster = join(path, 'cluster')
  if ((await runningPostmaster(cluster)) === null) return null
  const port = await portOf(cluster)
  if (port === null) return null
  return urlOf(port, await readPassword({ path, cluster, passwordFile: join(path, 'password'), user: null }))
}

/** PostgreSQL writes into the fourth line of its lock file where it listens, once it does. */
async function portOf(cluster: string): Promise<number | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const port = Number.parseInt(lines[3] ?? '', 10)
  return Number.isInteger(port) && port > 0 ? port : null
}
