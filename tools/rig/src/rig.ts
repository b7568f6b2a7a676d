import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { FlakyLink, FlakyLinkOptions } from '@humuus/client/testing'
import type { Breakable } from './breakable.ts'
import { givenDatabase, type RigDatabase, startDatabase } from './database.ts'
import { frontOf } from './front.ts'
import { openTogether } from './open-together.ts'
import { prepareRedis, type RigRedis } from './redis.ts'
import { prepareServers, type RigServer } from './servers.ts'
import { newSecret, type Surroundings } from './surroundings.ts'
import { prepareWorker } from './worker.ts'

export interface RigOptions {
  /** How many servers (1). */
  readonly servers?: number
  /** Whether there is a worker (true). */
  readonly worker?: boolean
  /** `if there`: where `redis-server` is on the PATH; `must`: throws where it is not (`no`). */
  readonly redis?: 'if there' | 'must' | 'no'
  /** A Redis to use instead of one of the rig's own; it cannot be broken then. */
  readonly redisUrl?: string
  /** A database to use instead of one of the rig's own; it cannot be broken then, and keeps what was written. */
  readonly databaseUrl?: string
  /** Folder for all data and logs, made if missing and left behind; without it everything is gone when the rig is. */
  readonly folder?: string
  /** Folder for a log file of each program, made if missing; without it they are gone when the rig is. */
  readonly log?: string
  /** How bad the network at `front` is (`{ seed: 1 }`: not at all). */
  readonly network?: Omit<FlakyLinkOptions, 'target'>
  /** More environment variables for servers and worker. */
  readonly env?: Readonly<Record<string, string>>
}

/** The whole system as processes of its own; all gone when the block ends, and when this process dies. */
export interface Rig extends AsyncDisposable {
  /** Addresses of the servers, which they keep when they are started again. */
  readonly urls: readonly string[]
  readonly servers: readonly RigServer[]
  readonly worker: Breakable | null
  readonly database: RigDatabase
  readonly redis: RigRedis | null
  /** One address before all servers: each new connection goes to the next of those that run. */
  readonly front: FlakyLink
  /** Folder of the log files: `server-1.log`, `worker.log`, `database.log`, `redis.log`. */
  readonly logs: string
  /** Programs that ended although they were ready and nobody asked them to, in words. A sound system has none. */
  readonly deaths: readonly string[]
}

/** Boots the system; resolves when all of it is ready. Throws with the last words of what does not start. */
export const openRig = (options: RigOptions = {}): Promise<Rig> => openTogether((atEnd) => boot(options, atEnd))

async function boot(options: RigOptions, atEnd: (end: () => Promise<unknown>) => void) {
  const folder = options.folder === undefined ? await temporaryFolder(atEnd) : await givenFolder(options.folder)
  const logs = resolve(options.log ?? join(folder, 'logs'))
  await mkdir(logs, { recursive: true })
  const deaths: string[] = []
  const onDeath = (name: string, how: string) => void deaths.push(`${name} (${how})`)

  const database =
    options.databaseUrl === undefined ? await startDatabase({ folder, logs }) : givenDatabase(options.databaseUrl)
  if (options.databaseUrl === undefined) atEnd(() => database.kill())
  const ownRedis = options.redisUrl === undefined ? (options.redis ?? 'no') : 'no'
  const redis = await prepareRedis(ownRedis, { folder, logs, onDeath })
  if (redis !== null) await started(redis, atEnd)

  const around: Surroundings = {
    databaseUrl: database.url,
    redisUrl: options.redisUrl ?? redis?.url ?? null,
    filesDir: join(folder, 'files'),
    authSecret: newSecret(),
    internalSecret: newSecret(),
    logs,
    env: options.env ?? {},
    onDeath,
  }
  const servers = await prepareServers(options.servers ?? 1, around)
  // The first alone: it brings the database up to date.
  const [first, ...others] = servers
  if (first !== undefined) await started(first, atEnd)
  await Promise.all(others.map((server) => started(server, atEnd)))
  const front = await frontOf(servers, options.network)
  atEnd(() => front[Symbol.asyncDispose]())

  const wire = await frontOf(servers)
  atEnd(() => wire[Symbol.asyncDispose]())
  const worker = options.worker === false ? null : prepareWorker(wire.url, around)
  if (worker !== null) await started(worker, atEnd)
  return { urls: servers.map(({ url }) => url), servers, worker, database, redis, front, logs, deaths }
}

async function started(program: Breakable, atEnd: (end: () => Promise<unknown>) => void): Promise<void> {
  atEnd(() => program.kill())
  await program.start()
}

/** Every user may enter it, because a database started as root runs as another. */
async function givenFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true })
  await chmod(path, 0o755)
  return resolve(path)
}

async function temporaryFolder(atEnd: (end: () => Promise<unknown>) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'humuus-rig-'))
  atEnd(() => rm(folder, { recursive: true, force: true }))
  return givenFolder(folder)
}
