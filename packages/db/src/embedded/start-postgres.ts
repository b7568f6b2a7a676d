import { isInitialised, openDataFolder } from './data-folder.ts'
import { ensureDatabase } from './ensure-database.ts'
import { DataFolderInUse, PostgresFailed } from './errors.ts'
import { freePort } from './free-port.ts'
import { initialise } from './initialise.ts'
import { lockHolder, removeStaleLock, runningPostmaster } from './lock-file.ts'
import { makePassword, readPassword } from './password.ts'
import { PortTaken, type Postmaster, startPostmaster } from './postmaster.ts'
import { postgresPrograms } from './programs.ts'
import { settingsFor } from './settings.ts'
import { urlOf } from './url.ts'

export interface EmbeddedPostgresOptions {
  /** Folder that is PostgreSQL's alone; made if missing. */
  readonly dataDir: string
  /** A free one is chosen if none is given. Only 127.0.0.1 listens. */
  readonly port?: number | undefined
  /** Gets PostgreSQL's own log, a line a call. */
  readonly log?: ((line: string) => void) | undefined
  /** False for tests: quicker, and a crash of the whole machine may destroy the data. */
  readonly durable?: boolean | undefined
  readonly maxConnections?: number | undefined
}

export interface EmbeddedPostgres {
  /** Address of the database `humuus`, password included. */
  readonly url: string
  readonly port: number
  /** Number of PostgreSQL's first process. */
  readonly pid: number
  /** Ends PostgreSQL; resolves when no process of it is left. */
  stop(): Promise<void>
  /** Resolves when PostgreSQL has ended, asked or not. */
  readonly ended: Promise<void>
}

/**
 * Starts a PostgreSQL that lives in `dataDir` and ends with this process at the latest.
 * Throws `DataFolderInUse`, `DataFolderUnusable` or `PostgresFailed`, each with words for the person who started it.
 */
export async function startPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true, log = () => undefined } = options
  const folder = await openDataFolder(dataDir)
  const holder = await runningPostmaster(folder.cluster)
  if (holder !== null) throw new DataFolderInUse(folder.path, holder)

  const programs = await postgresPrograms(folder.path, folder.user)
  if (!(await isInitialised(folder))) {
    await makePassword(folder)
    await initialise(folder, programs, durable)
  }
  const password = await readPassword(folder)
  await removeStaleLock(folder.cluster)

  const launch = (port: number) =>
    startPostmaster(folder, programs, settingsFor({ port, durable, maxConnections: options.maxConnections ?? 60 }), log)
  const { port, postmaster } = await listenSomewhere(options.port, launch)
  const url = urlOf(port, password)
  try {
    await ensureDatabase(url)
  } catch (cause) {
    await postmaster.stop()
    throw new PostgresFailed(`PostgreSQL started but could not be used: ${(cause as Error).message}`, { cause })
  }
  const pid = await lockHolder(folder.cluster)
  if (pid === null) throw new PostgresFailed('PostgreSQL ended as soon as it had started')
  return { url, port, pid, stop: postmaster.stop, ended: postmaster.ended }
}

/** A port that was free a moment ago may be taken by now; one that was asked for is never exchanged. */
async function listenSomewhere(wanted: number | undefined, launch: (port: number) => Promise<Postmaster>) {
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await freePort())
    try {
      return { port, postmaster: await launch(port) }
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error
      if (wanted !== undefined || attempt === 5)
        throw new PortTaken(`port ${port} of 127.0.0.1 is taken by another program`)
    }
  }
}
