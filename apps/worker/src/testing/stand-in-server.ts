import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type CommandResult, WorkerReport } from '@humuus/api'
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { z } from 'zod'

export interface Mail {
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What a worker told about a mail. */
export type MailNews =
  | { readonly mailId: string; readonly news: 'sent' }
  | { readonly mailId: string; readonly news: 'failed'; readonly trouble: string; readonly isLast: boolean }

/** A server over real HTTP that knows what a worker asks, and nothing else. */
export interface StandInServer extends AsyncDisposable {
  readonly url: string
  /** Sessions it was asked to tick, in order, by those who know the secret. */
  readonly ticks: readonly string[]
  /** What it answers to a tick from now on. */
  answer: CommandResult
  /** A mail that waits; resolves to its id. */
  post(mail: Mail): string
  /** What was told about mails, in order. */
  readonly news: readonly MailNews[]
  /** What workers said of themselves, in order. */
  readonly lives: readonly { readonly workerId: string; readonly report: unknown }[]
  /** The header `traceparent` of every tick. */
  readonly traceparents: readonly (string | undefined)[]
  /** Tasks it was asked for, a round each. */
  readonly rounds: readonly string[]
  /** What it finds in the next rounds; nothing after the last. */
  leftovers: { cleared: number; isMore: boolean }[]
  /** It gives mails away, but does not hear what becomes of them. */
  isDeaf: boolean
}

interface Caller {
  readonly secret: string | string[] | undefined
  readonly traceparent: string | undefined
}

const t = initTRPC.context<Caller>().create({
  errorFormatter: ({ shape, error }) => ({ ...shape, data: { ...shape.data, rejection: { code: error.message } } }),
})

const OfMail = z.strictObject({ mailId: z.uuid() })

/** Listens on `port` of 127.0.0.1; on a free one if none is given. */
export async function standInServer(secret: string, port = 0): Promise<StandInServer> {
  const ticks: string[] = []
  const rounds: string[] = []
  const mails = new Map<string, Mail>()
  const news: MailNews[] = []
  const lives: { workerId: string; report: unknown }[] = []
  const traceparents: (string | undefined)[] = []
  const workers = t.procedure.use(({ ctx, next }) => {
    if (ctx.secret !== secret) throw new TRPCError({ code: 'FORBIDDEN', message: 'not_allowed' })
    return next()
  })
  const hear = (told: MailNews) => {
    if (running.isDeaf) throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'unavailable' })
    news.push(told)
    if (told.news === 'sent' || told.isLast) mails.delete(told.mailId)
    return { noted: true }
  }
  const internal = t.router({
    tick: workers.input(z.strictObject({ sessionId: z.uuid() })).mutation(({ ctx, input }) => {
      ticks.push(input.sessionId)
      traceparents.push(ctx.traceparent)
      return running.answer
    }),
    housekeeping: workers.input(z.strictObject({ task: z.string() })).mutation(({ input }) => {
      rounds.push(input.task)
      return running.leftovers.shift() ?? { cleared: 0, isMore: false }
    }),
    takeMail: workers.input(OfMail).mutation(({ input }) => mails.get(input.mailId) ?? null),
    mailSent: workers.input(OfMail).mutation(({ input }) => hear({ ...input, news: 'sent' })),
    mailFailed: workers
      .input(OfMail.extend({ trouble: z.string(), isLast: z.boolean() }))
      .mutation(({ input }) => hear({ ...input, news: 'failed' })),
    lives: workers.input(z.strictObject({ workerId: z.uuid(), report: WorkerReport })).mutation(({ input }) => {
      lives.push(input)
      return { noted: true }
    }),
  })
  const server = createHTTPServer({
    router: t.router({ internal }),
    basePath: '/trpc/',
    createContext: ({ req }): Caller => ({
      secret: req.headers['x-humuus-worker'],
      traceparent: req.headers.traceparent as string | undefined,
    }),
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const running: StandInServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ticks,
    answer: { ok: true, version: 7 },
    post: (mail) => {
      const id = randomUUID()
      mails.set(id, mail)
      return id
    },
    news,
    lives,
    traceparents,
    rounds,
    leftovers: [],
    isDeaf: false,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return running
}
