import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { PostgresFailed } from './errors.ts'

const run = promisify(execFile)

/** The user that PostgreSQL runs as where that is not the user of this process. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root. Started as root it runs as the owner of an existing cluster, else as user
 * `postgres`, who is made if missing. Null where this process is not root: then PostgreSQL runs as the same user.
 */
export async function chooseUser(cluster: string): Promise<RunAs | null> {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(cluster).catch(() => null)
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return (await postgresUser()) ?? (await createPostgresUser())
}

async function postgresUser(): Promise<RunAs | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

async function createPostgresUser(): Promise<RunAs> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  } catch (cause) {
    throw new PostgresFailed(
      'PostgreSQL does not run as root, and its user "postgres" could not be made: make one, or start as another user',
      { cause },
    )
  }
  const user = await postgresUser()
  if (user === null) throw new PostgresFailed('a user "postgres" was made but cannot be found')
  return user
}
