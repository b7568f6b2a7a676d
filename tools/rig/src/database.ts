import { appendFileSync } from 'node:fs'
import { type EmbeddedPostgres, startPostgres } from '@humuus/db/embedded'
import type { Breakable } from './breakable.ts'
import { childrenOf } from './family.ts'
import { portToKeep } from './port.ts'
import { signal } from './signal.ts'
import { type Watchdog, watchdog } from './watchdog.ts'

export interface RigDatabase extends Breakable {
  readonly url: string
}

interface DatabaseParts {
  readonly folder: string
  readonly logs: string
}

/** A PostgreSQL of one's own that writes as durably as in production and keeps its port and its data. */
export async function startDatabase(parts: DatabaseParts): Promise<RigDatabase> {
  const port = await portToKeep()
  const launch = () =>
    startPostgres({
      dataDir: `${parts.folder}/postgres`,
      port,
      durable: true,
      maxConnections: 100,
      log: (line) => appendFileSync(`${parts.logs}/database.log`, `${line}\n`),
    })
  return new EmbeddedDatabase(await launch(), launch)
}

class EmbeddedDatabase implements RigDatabase {
  readonly name = 'database'
  readonly url: string
  readonly #launch: () => Promise<EmbeddedPostgres>
  #running: EmbeddedPostgres | null
  #frozen: Watchdog | null = null

  constructor(first: EmbeddedPostgres, launch: () => Promise<EmbeddedPostgres>) {
    this.url = first.url
    this.#running = first
    this.#launch = launch
  }

  get pid(): number | null {
    return this.#running?.pid ?? null
  }

  /** After `kill`, PostgreSQL recovers from its log before it is ready. */
  async start(): Promise<void> {
    this.#running ??= await this.#launch()
  }

  async stop(): Promise<void> {
    await this.thaw()
    await this.#running?.stop()
    this.#running = null
  }

  async kill(): Promise<void> {
    const running = this.#running
    if (running === null) return
    const family = await stopInTheirTracks(running.pid)
    signal('SIGKILL', family)
    await running.ended
    this.#frozen?.leave()
    this.#frozen = null
    this.#running = null
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** As with a disk that has stalled: nobody is sent away, and nobody gets an answer. */
  async freeze(): Promise<void> {
    if (this.#running === null || this.#frozen !== null) return
    // Last things first when they go on: the one who looks after the others wakes up when all are there.
    const family = await stopInTheirTracks(this.#running.pid)
    this.#frozen = watchdog('CONT', family.reverse())
  }

  async thaw(): Promise<void> {
    const frozen = this.#frozen
    this.#frozen = null
    await frozen?.bark()
  }

  async isReady(): Promise<boolean> {
    return this.#running !== null && this.#frozen === null
  }
}

/** Its processes, the first one first. PostgreSQL starts no new ones once that one stands still. */
async function stopInTheirTracks(postmaster: number): Promise<number[]> {
  signal('SIGSTOP', [postmaster])
  const children = await childrenOf(postmaster)
  signal('SIGSTOP', children)
  return [postmaster, ...children]
}

/** A database that somebody else runs: it can be used and not be broken. */
export function givenDatabase(url: string): RigDatabase {
  const notOurs = () =>
    Promise.reject(new Error('this database is not ours to break: open the rig without a databaseUrl'))
  return {
    name: 'database',
    url,
    pid: null,
    start: notOurs,
    stop: notOurs,
    kill: notOurs,
    restart: notOurs,
    freeze: notOurs,
    thaw: notOurs,
    isReady: async () => true,
  }
}
