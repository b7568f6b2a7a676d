import type { AddressInfo } from 'node:net'
import type { Ports } from '@humuus/api'
import {
  databaseBytes,
  fileTotals,
  leftoverStore,
  mailStore,
  migrate,
  openDatabase,
  pendingMigrations,
  personEraser,
  postgresEventLog,
  receiptStore,
  serverStore,
  sessionStore,
  workerStore,
  workshopStore,
} from '@humuus/db'
import { openQueues } from '@humuus/jobs'
import { openTracer, watchEventLoop } from '@humuus/telemetry'
import type { FastifyBaseLogger } from 'fastify'
import { buildApp } from './app.ts'
import { silentBus } from './bus/bus.ts'
import { redisBus } from './bus/redis-bus.ts'
import type { Env } from './env.ts'
import { composeFiles, type FilesOfServer } from './files/compose.ts'
import { housekeeper } from './housekeeping/housekeeping.ts'
import { keepRowsOfJobs } from './housekeeping/rows-of-jobs.ts'
import { composeIdentity } from './identity/compose.ts'
import { addDemoWorkshops } from './library/demo.ts'
import { forgetPerson } from './library/forget-person.ts'
import { inWords } from './library/in-words.ts'
import { receiptBooks } from './library/receipts.ts'
import { sessionDirectory, sessionStart, workshopLibrary } from './library/stored.ts'
import { mailsOf } from './mail/mails.ts'
import { postOffice } from './mail/post.ts'
import { sweepMails } from './mail/sweep.ts'
import { diskOf } from './ops/disk.ts'
import { inTime } from './ops/in-time.ts'
import { jobsOf } from './ops/jobs.ts'
import { metricsOf } from './ops/metrics.ts'
import { Numbers } from './ops/numbers.ts'
import { opsPort } from './ops/overview.ts'
import { ownReport } from './ops/own-report.ts'
import { queueCounts } from './ops/queue-counts.ts'
import { trafficOf } from './ops/traffic.ts'
import { troublesNow } from './ops/trouble.ts'
import { Neighbours } from './rooms/neighbours.ts'
import { Pressure } from './rooms/pressure.ts'
import { RoomTraces } from './rooms/room-traces.ts'
import { LiveRooms } from './rooms/rooms.ts'

export interface RunningServer extends AsyncDisposable {
  readonly url: string
  /** Takes a person's name out of every session; what they did stays. To be repeated until it is done. */
  forgetPerson(userId: string): ReturnType<typeof forgetPerson>
  /** Goes on with files that wait for something, now and not within a minute. */
  sweepFiles(): Promise<void>
  /** No new work, what is in flight finished, sockets told to come back; everything closed when it resolves. */
  stop(): Promise<void>
}

/** Servers that have been silent for so long will not come back under the same id. */
const forgetServersMs = 3_600_000

/** Whoever asks whether we are ready is told after this long, also where the database says nothing at all. */
const readyMs = 2_000

/** So many connections may wait to be taken, if the system allows it: a hall comes back at once. */
const backlog = 4_096

/** Sockets that do not close by themselves are cut after this. */
const socketPatienceMs = 3_000

/** Composes the system, applies migrations and listens. The clock is all that a test replaces. */
export async function startServer(
  env: Env,
  log: FastifyBaseLogger,
  now: () => number = Date.now,
): Promise<RunningServer> {
  await migrate(env.DATABASE_URL)
  const db = openDatabase(env.DATABASE_URL)
  const queues = openQueues(
    { databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL },
    { onError: (error) => log.error({ err: error }, 'queue in trouble') },
  )
  const workshops = workshopStore(db)
  const sessions = sessionStore(db)
  await addDemoWorkshops(workshops)

  const schedule = (sessionId: string, deadline: number) => {
    queues.timers
      .schedule({ sessionId, deadline })
      .catch((error: unknown) => log.error({ err: error, sessionId }, 'timer not scheduled'))
  }
  const receipts = receiptStore(db)
  const servers = serverStore(db)
  const workers = workerStore(db)
  await Promise.all([servers.forget(forgetServersMs), workers.forget(forgetServersMs)])
  const numbers = new Numbers()
  const eventLoop = watchEventLoop()
  const tracer = await openTracer({
    endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    service: 'humuus-server',
    share: env.OTEL_TRACES_SAMPLER_ARG,
  })
  const census = () => rooms.census()
  const report = ownReport({ numbers, census, eventLoop, startedAt: now() })
  const neighbours = new Neighbours(servers, report)
  const bus =
    env.REDIS_URL === undefined
      ? silentBus
      : redisBus(
          env.REDIS_URL,
          { version: (id, version) => rooms.heardOf(id, version), revoked: () => void identity.revocations.look() },
          (error) => log.error({ err: error }, 'bus in trouble'),
        )
  const pressure = new Pressure()
  const rooms = new LiveRooms({
    log: postgresEventLog(db),
    now,
    start: (id) => sessionStart(sessions, id),
    schedule,
    written: bus.publish,
    neighbours,
    books: receipts,
    observer: numbers,
    pressure,
    traces: tracer === null ? undefined : new RoomTraces(tracer),
    onError: (error, sessionId) => log.error({ err: error, sessionId }, 'room in trouble'),
  })
  const mails = mailStore(db)
  const queueMail = (mailId: string) =>
    queues.mails.schedule({ mailId }).catch((error: unknown) => log.error({ err: error, mailId }, 'mail not scheduled'))
  const hasMailServer = env.SMTP_URL !== undefined
  const post = inWords(postOffice({ store: mails, queue: hasMailServer ? queueMail : null, now }))
  const forgetting = { eraser: personEraser(db), rooms, now }
  // Voices and pictures are nothing but personal: they go.
  const forgetAll = async (userId: string) => {
    await files.forget(userId)
    return forgetPerson(userId, forgetting)
  }
  let url = ''
  const identity = composeIdentity({
    db,
    env,
    publicUrl: () => env.PUBLIC_URL ?? url,
    post,
    forget: forgetAll,
    filesOf: (ids) => files.dataOf(ids),
    sayRevoked: bus.revoked,
    log,
    now,
  })
  await identity.revocations.start()
  const disk = diskOf(env.HUMUUS_DATA)
  const queued = queueCounts(queues.operators.queues)
  const troubles = async () =>
    troublesNow({ isLogAway: rooms.isLogAway, areClocksLate: rooms.areClocksLate, bus, isFull: await disk.isFull() })
  const keepHouse = housekeeper({
    leftovers: leftoverStore(db),
    abandon: (id) => rooms.abandon(id),
    removePerson: identity.ports.people.remove,
    now,
  })
  const library = inWords(workshopLibrary(workshops, disk))
  const directory = inWords(sessionDirectory(sessions, disk, now))
  const tellOfJob = (fileId: string) => (error: unknown) => log.error({ err: error, fileId }, 'job not scheduled')
  const files: FilesOfServer = await composeFiles({
    db,
    env,
    rooms,
    ports: { ...identity.ports, workshops: library, sessions: directory },
    askToScan: (fileId) => void queues.scans.schedule({ fileId }).catch(tellOfJob(fileId)),
    askToPrepare: (fileId) => void queues.derivations.schedule({ fileId }).catch(tellOfJob(fileId)),
    log,
    now,
  })
  const ports: Ports = {
    now,
    ...identity.ports,
    ...files.ports,
    workshops: {
      ...library,
      remove: async (id) => {
        await library.remove(id)
        await files.clearMedia()
      },
    },
    sessions: directory,
    rooms,
    receipts: inWords(receiptBooks(receipts, now)),
    post,
    mails: inWords(mailsOf(mails, now)),
    trouble: troubles,
    ops: opsPort({
      ...{ ownId: neighbours.id, now, servers, workers, queues: queued, disk, trouble: troubles },
      databaseBytes: () => databaseBytes(db),
      fileTotals: () => fileTotals(db),
    }),
    jobs: jobsOf(queues.operators),
    housekeeping: inWords({ keepHouse }).keepHouse,
  }

  let stopping: Promise<void> | null = null
  const trouble = async (): Promise<string | null> => {
    if (stopping !== null) return 'stopping'
    try {
      return (await inTime(pendingMigrations(db), readyMs)).length > 0 ? 'migrations are missing' : null
    } catch {
      return 'the database does not answer'
    }
  }
  const { app, sockets } = await buildApp({
    ports,
    authenticate: identity.authenticate,
    connections: identity.connections,
    oidc: identity.oidc,
    operators: queues.operators,
    publicUrl: env.PUBLIC_URL,
    trustedProxies: env.TRUST_PROXY,
    embedOrigins: env.EMBED_ORIGINS,
    files,
    filesUrl: env.FILES_URL,
    internalSecret: env.INTERNAL_SECRET,
    webDir: env.WEB_DIR,
    log,
    trouble,
    numbers,
    hasTraces: tracer !== null,
    metrics: {
      registry: () => registry,
      // Who is behind a proxy is asked by everybody from this machine.
      guard: { token: env.METRICS_TOKEN, isBehindProxy: env.TRUST_PROXY !== 0 || env.PUBLIC_URL !== undefined },
    },
  })
  const registry = metricsOf({
    ...{ numbers, census, queues: queued },
    traffic: trafficOf(app.server),
    sockets: sockets.count,
    isDatabaseUp: () => !rooms.isLogAway,
    isBusUp: () => bus.trouble() === null,
  })
  await app.listen({ host: env.HOST, port: env.PORT, backlog })
  const { port } = app.server.address() as AddressInfo
  url = `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${port}`
  const onError = (error: unknown) => log.error({ err: error }, 'mails that wait not found')
  const stopSweeping = hasMailServer ? sweepMails({ store: mails, queue: queueMail, now, onError }) : () => {}
  const stopAsking = keepRowsOfJobs({
    queues,
    fileExpiryMs: Math.round(env.FILE_EXPIRY_MINUTES * 60_000),
    housekeepingMs: Math.round(env.HOUSEKEEPING_HOURS * 3_600_000),
    onError: (error) => log.error({ err: error }, 'rows of jobs not asked for'),
  })

  const close = async () => {
    stopAsking()
    stopSweeping()
    pressure.stop()
    await rooms.stop()
    await sockets.close(socketPatienceMs)
    await app.close()
    await files.close()
    identity.close()
    await bus.close()
    await queues.close()
    await tracer?.close()
    eventLoop.stop()
    await db.close()
  }
  const stop = () => {
    stopping ??= close()
    return stopping
  }
  return { url, forgetPerson: forgetAll, sweepFiles: files.sweep, stop, [Symbol.asyncDispose]: stop }
}
