import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, type ConnectOptions, connect } from '@humuus/client'
import { type TestDatabase, testDatabase } from '@humuus/db/testing'
import { type Relay, relayTo } from '@humuus/jobs/testing'
import { openLog } from '@humuus/telemetry'
import type { HumuusCommand } from '@humuus/workshop-engine'
import type { FastifyBaseLogger } from 'fastify'
import { type Env, readEnv } from '../env.ts'
import { type RunningServer, startServer } from '../server.ts'

const secrets = { AUTH_SECRET: 'a'.repeat(32), INTERNAL_SECRET: 'b'.repeat(32) }

/** The file of a small workshop: a poll without, a quiz with a time limit, a closing screen. */
export const file = {
  format: 'humuus/1',
  title: 'World',
  settings: { maxParticipants: 5 },
  nodes: [
    { id: 'mood', type: 'poll', data: { text: 'How are you?', options: [{ text: 'fine' }, { text: 'tired' }] } },
    {
      id: 'sum',
      type: 'quiz',
      closeWhenAllDone: false,
      data: { text: '1 + 1', answerSeconds: 600, options: [{ text: '2', correct: true }, { text: '3' }] },
    },
    { id: 'end', type: 'end', data: {} },
  ],
}

export interface Hosted {
  readonly host: Client
  readonly sessionId: string
  readonly code: string
  readonly screenKey: string
  /** Runs it: throws unless the command is accepted. */
  command(command: HumuusCommand): Promise<void>
}

/** The whole server in this process, over a real database and real sockets; gone when the block ends. */
export interface World extends AsyncDisposable {
  readonly server: RunningServer
  readonly database: TestDatabase
  /** Where the servers keep files. */
  readonly filesDir: string
  /** Between the servers and their database: it can be cut. */
  readonly wire: Relay
  /** Somebody new with a phone. */
  person(options?: Partial<ConnectOptions>): Promise<Client>
  /** A session of `file` (or another) whose lobby is open, by somebody new or this person. */
  hosted(workshop?: object, host?: Client): Promise<Hosted>
  /** Another server over the same database, gone with the world. */
  another(): Promise<RunningServer>
  /** Stops the server and starts another on the same port and database. */
  restart(): Promise<void>
}

/** `now` is the clock of all its servers. */
export async function openWorld(
  overrides: Partial<Env> = {},
  { now, log = openLog({ level: 'silent', name: 'server' }) }: { now?: () => number; log?: FastifyBaseLogger } = {},
): Promise<World> {
  const database = await testDatabase()
  const wire = await relayTo(database.url)
  const filesDir = await mkdtemp(join(tmpdir(), 'humuus-files-'))
  const env: Env = {
    ...readEnv({
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: wire.url,
      LOG_LEVEL: 'silent',
      FILES_DIR: filesDir,
      ...secrets,
    }),
    ...overrides,
  }
  let server = await startServer(env, log, now)
  const people: Client[] = []
  const others: RunningServer[] = []

  const person: World['person'] = async (options = {}) => {
    const client = await connect({ url: server.url, ...options })
    people.push(client)
    return client
  }
  return {
    get server() {
      return server
    },
    database,
    filesDir,
    wire,
    person,
    hosted: async (workshop = file, by) => {
      const host = by ?? (await person())
      const made = await host.trpc.workshops.create.mutate({ file: workshop })
      if (!made.ok) throw new Error(JSON.stringify(made.issues))
      const session = await host.trpc.sessions.create.mutate({ workshopId: made.id, hostName: 'Hal' })
      const command = async (wish: HumuusCommand) => {
        const result = await host.send(session.sessionId, wish)
        if (!result.ok) throw new Error(`${wish.type} refused: ${result.rejection.code}`)
      }
      await command({ type: 'open_lobby' })
      return { host, ...session, command }
    },
    another: async () => {
      const other = await startServer(env, log, now)
      others.push(other)
      return other
    },
    restart: async () => {
      const port = Number(new URL(server.url).port)
      await server.stop()
      server = await startServer({ ...env, PORT: port }, log, now)
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(people.map((one) => one.close()))
      await Promise.all([server, ...others].map((one) => one.stop()))
      await wire[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
      await rm(filesDir, { recursive: true, force: true })
    },
  }
}

/** A vote in the poll of `file`. */
export const vote = (choice: number): HumuusCommand => ({
  type: 'act',
  nodeId: 'mood',
  node: 'poll',
  act: { type: 'vote', choice: [choice] },
})
