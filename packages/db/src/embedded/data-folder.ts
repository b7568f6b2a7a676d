import { access, chmod, constants, mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { DataFolderUnusable } from './errors.ts'
import { chooseUser, type RunAs } from './run-as.ts'
import { shutFolder } from './way-in.ts'

/** A folder that PostgreSQL can use: `cluster` is its own, `passwordFile` opens it; `user` is null for our own. */
export interface DataFolder {
  readonly path: string
  readonly cluster: string
  readonly passwordFile: string
  readonly user: RunAs | null
}

/** Makes the folder if missing. Throws `DataFolderUnusable` in words if it cannot serve. */
export async function openDataFolder(dataDir: string): Promise<DataFolder> {
  const path = resolve(dataDir)
  const cluster = join(path, 'cluster')
  const user = await chooseUser(cluster)
  await make(path, user)
  if (user !== null) await insistOnWayIn(path, user)
  return { path, cluster, passwordFile: join(path, 'password'), user }
}

async function make(path: string, user: RunAs | null): Promise<void> {
  try {
    const first = await mkdir(path, { recursive: true, mode: 0o700 })
    // Another user has to come through what was made; the cluster inside is for its eyes only either way.
    if (user !== null && first !== undefined) await openUp(first, path)
    if (!(await stat(path)).isDirectory()) throw new Error('it is not a folder')
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new DataFolderUnusable(path, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

async function openUp(first: string, last: string): Promise<void> {
  await chmod(last, 0o755)
  if (last !== first) await openUp(first, dirname(last))
}

async function insistOnWayIn(path: string, user: RunAs): Promise<void> {
  const shut = await shutFolder(path, user)
  if (shut === null) return
  throw new DataFolderUnusable(
    path,
    `started as root, PostgreSQL runs as the user with the number ${user.uid} (postgres), who may not enter ${shut}. ` +
      `Choose a folder that every user may enter, open this one (chmod a+x ${shut}), or do not start as root`,
  )
}

/** True once a cluster was made here; what an interrupted attempt left does not count. */
export const isInitialised = (folder: DataFolder): Promise<boolean> =>
  access(join(folder.cluster, 'PG_VERSION')).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw new DataFolderUnusable(folder.path, error.message, error)
    },
  )
