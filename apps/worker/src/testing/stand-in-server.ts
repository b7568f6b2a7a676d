import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type CommandResult, WorkerReport } from '@humuus/api'
import { type FileVariant, incomingKey } from '@humuus/files'
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

/** A file that came in and waits for the worker. */
export interface File {
  readonly kind: 'picture' | 'audio' | 'video' | 'document'
  readonly ext: string
  readonly size: number
  readonly state: 'scanning' | 'clean' | 'unscanned'
}

/** What a worker told about a file. */
export type FileNews = { readonly fileId: string } & (
  | {
      readonly news: 'scanned'
      readonly outcome: string
      readonly digest?: string | undefined
      readonly words?: string | undefined
    }
  | { readonly news: 'derived'; readonly variants: readonly FileVariant[] }
  | { readonly news: 'refused'; readonly code: string; readonly params: Readonly<Record<string, string | number>> }
)

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
  /** What becomes of files in the next rounds of expiry; nothing after the last. */
  expired: { removed: number; more: boolean }[]
  /** It gives mails and files away, but does not hear what becomes of them. */
  isDeaf: boolean
  /** A file that came in; its bytes are to be at `incoming/<id>`. Resolves to its id. */
  receive(file: File): string
  /** The file is taken back: what is made of it now is not wanted. */
  withdraw(fileId: string): void
  /** What was told about files, in order. */
  readonly fileNews: readonly FileNews[]
}

interface Caller {
  readonly secret: string | string[] | undefined
  readonly traceparent: string | undefined
}

const t = initTRPC.context<Caller>().create({
  errorFormatter: ({ shape, error }) => ({ ...shape, data: { ...shape.data, rejection: { code: error.message } } }),
})

const OfMail = z.strictObject({ mailId: z.uuid() })
const OfFile = z.strictObject({ fileId: z.uuid() })
const Digest = z.string().regex(/^[0-9a-f]{64}$/)
const Variants = z.array(
  z.strictObject({
    variant: z.enum(['thumb', 'screen', 'full']),
    key: z.string(),
    type: z.string(),
    size: z.int(),
    digest: Digest,
    width: z.int().exactOptional(),
    height: z.int().exactOptional(),
    seconds: z.number().exactOptional(),
    pages: z.int().exactOptional(),
  }),
)

/** Listens on `port` of 127.0.0.1; on a free one if none is given. */
export async function standInServer(secret: string, port = 0): Promise<StandInServer> {
  const ticks: string[] = []
  const rounds: string[] = []
  const mails = new Map<string, Mail>()
  const news: MailNews[] = []
  const lives: { workerId: string; report: unknown }[] = []
  const traceparents: (string | undefined)[] = []
  const files = new Map<string, File>()
  const withdrawn = new Set<string>()
  const fileNews: FileNews[] = []
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
  const hearOfFile = (told: FileNews, becomes: File | null) => {
    if (running.isDeaf) throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'unavailable' })
    fileNews.push(told)
    if (becomes) files.set(told.fileId, becomes)
    else files.delete(told.fileId)
    return { isWanted: !withdrawn.has(told.fileId) }
  }
  const internal = t.router({
    expireFiles: workers
      .input(z.strictObject({}))
      .mutation(() => running.expired.shift() ?? { removed: 0, more: false }),
    reconcileFiles: workers.mutation(() => ({ keysRemoved: 0, filesLost: 0 })),
    takeFile: workers.input(OfFile).mutation(({ input: { fileId } }) => {
      const file = files.get(fileId)
      return file ? { ...file, key: incomingKey(fileId), type: 'image/jpeg', name: 'Ann at home.jpg' } : null
    }),
    fileScanned: workers
      .input(
        OfFile.extend({
          outcome: z.enum(['clean', 'infected', 'failed']),
          digest: Digest.optional(),
          size: z.int().optional(),
          words: z.string().max(1_000).optional(),
        }),
      )
      .mutation(({ input: { fileId, outcome, digest, words } }) => {
        const file = files.get(fileId)
        const becomes = file && outcome === 'clean' ? { ...file, state: outcome } : null
        return hearOfFile({ fileId, news: 'scanned', outcome, digest, words }, becomes)
      }),
    fileDerived: workers
      .input(OfFile.extend({ variants: Variants.min(1).max(10) }))
      .mutation(({ input }) => hearOfFile({ ...input, news: 'derived' }, null)),
    fileRefused: workers
      .input(OfFile.extend({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }))
      .mutation(({ input }) => hearOfFile({ ...input, news: 'refused' }, null)),
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
    expired: [],
    isDeaf: false,
    receive: (file) => {
      const id = randomUUID()
      files.set(id, file)
      return id
    },
    withdraw: (fileId) => void withdrawn.add(fileId),
    fileNews,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return running
}
