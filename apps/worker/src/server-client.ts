import type { AppRouter, CommandResult, WorkerReport } from '@humuus/api'
import type { ContentRefusal, FileKind, FileVariant } from '@humuus/files'
import type { Housekeeping } from '@humuus/jobs'
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import { traceHeader } from './watch-jobs.ts'

/** What the worker asks the server for. Everything throws, in words for the log, if the server cannot be asked now. */
export interface ServerClient {
  /** Does what is due in the session. */
  tick(sessionId: string): Promise<CommandResult>
  /** The mail to send; `null` when there is nothing to send any more. */
  takeMail(mailId: string): Promise<{ recipient: string; subject: string; text: string; html: string } | null>
  mailSent(mailId: string): Promise<void>
  /** `trouble`: in the words of the mail server. With `isLast` nobody tries again. */
  mailFailed(mailId: string, trouble: string, isLast: boolean): Promise<void>
  /** This worker lives. */
  lives(workerId: string, report: WorkerReport): Promise<void>
  /** A round of clearing away. */
  housekeeping(task: Housekeeping['task']): Promise<{ cleared: number; isMore: boolean }>
  /** Deletes some of the files whose time is over; `more`: ask again. */
  expireFiles(): Promise<{ removed: number; more: boolean }>
  /** Puts right where bytes and rows of files differ. */
  reconcileFiles(): Promise<{ keysRemoved: number; filesLost: number }>
  /** The file to scan or to prepare; `null` when there is nothing to do with it any more. */
  takeFile(fileId: string): Promise<TakenFile | null>
  fileScanned(fileId: string, scan: FileScanned): Promise<void>
  /** Everything that may be shown. Not wanted: the file was removed meanwhile. */
  fileDerived(fileId: string, variants: readonly FileVariant[]): Promise<{ isWanted: boolean }>
  fileRefused(fileId: string, refusal: Pick<ContentRefusal, 'code' | 'params'>): Promise<void>
}

/** A file that came in, as the server knows it. */
export interface TakenFile {
  readonly key: string
  readonly kind: FileKind
  /** Of the format that was found in it, without a dot. */
  readonly ext: string
  /** In bytes. */
  readonly size: number
  readonly state: 'scanning' | 'clean' | 'unscanned'
}

/** `digest`: SHA-256 in hex, where all of it was read. `words`: the signature that was found, or why it failed. */
export interface FileScanned {
  readonly outcome: 'clean' | 'infected' | 'failed'
  readonly size: number
  readonly digest?: string
  readonly words?: string
}

/** Longer than the server waits with a tick that comes a little early, shorter than a stop may take. */
const answerWithinMs = 7_000

/** A round takes a second or two; on a machine that is busy, longer. Nobody waits for it. */
const housekeepingWithinMs = 60_000

/** All that is in the storage is looked at. */
const reconcilingWithinMs = 600_000

/** What the server takes of it. */
const longestTrouble = 1_000

/** Opens nothing until it is asked. `url` is that of the server, `secret` the one they share. */
export function serverClient({ url, secret }: { url: string; secret: string }): ServerClient {
  const { internal } = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: new URL('trpc', `${url.replace(/\/+$/, '')}/`),
        headers: () => ({ 'x-humuus-worker': secret, ...traceHeader() }),
      }),
    ],
  })
  const ask = async <Answer>(
    question: (options: { signal: AbortSignal }) => Promise<Answer>,
    { withinMs = answerWithinMs } = {},
  ): Promise<Answer> => {
    const signal = AbortSignal.timeout(withinMs)
    try {
      return await question({ signal })
    } catch (error) {
      throw new Error(`${url} ${signal.aborted ? 'takes too long to answer' : complaint(error)}`)
    }
  }
  return {
    tick: (sessionId) => ask((options) => internal.tick.mutate({ sessionId }, options)),
    takeMail: (mailId) => ask((options) => internal.takeMail.mutate({ mailId }, options)),
    mailSent: async (mailId) => {
      await ask((options) => internal.mailSent.mutate({ mailId }, options))
    },
    mailFailed: async (mailId, words, isLast) => {
      const trouble = words.slice(0, longestTrouble)
      await ask((options) => internal.mailFailed.mutate({ mailId, trouble, isLast }, options))
    },
    lives: async (workerId, report) => {
      await ask((options) => internal.lives.mutate({ workerId, report }, options))
    },
    housekeeping: (task) =>
      ask((options) => internal.housekeeping.mutate({ task }, options), { withinMs: housekeepingWithinMs }),
    expireFiles: () => ask((options) => internal.expireFiles.mutate({}, options), { withinMs: housekeepingWithinMs }),
    reconcileFiles: () =>
      ask((options) => internal.reconcileFiles.mutate(undefined, options), { withinMs: reconcilingWithinMs }),
    takeFile: (fileId) => ask((options) => internal.takeFile.mutate({ fileId }, options)),
    fileScanned: async (fileId, { words, ...scan }) => {
      const told = { fileId, ...scan, ...(words !== undefined && { words: words.slice(0, longestTrouble) }) }
      await ask((options) => internal.fileScanned.mutate(told, options))
    },
    fileDerived: (fileId, variants) =>
      ask((options) => internal.fileDerived.mutate({ fileId, variants: [...variants] }, options)),
    fileRefused: async (fileId, { code, params }) => {
      await ask((options) => internal.fileRefused.mutate({ fileId, code, params: { ...params } }, options))
    },
  }
}

function complaint(error: unknown): string {
  if (!(error instanceof TRPCClientError)) return `cannot be asked: ${String(error)}`
  const { data, cause } = error as TRPCClientError<AppRouter>
  if (data?.rejection.code === 'not_allowed')
    return 'does not take this worker for its own: does INTERNAL_SECRET differ?'
  if (data) return `answers with an error: ${data.rejection.code}`
  const reason = cause?.cause instanceof Error ? cause.cause : cause
  return `does not answer: ${reason?.message || String(reason)}`
}
