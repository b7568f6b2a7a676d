import { appRouter, type Context } from '@humuus/api'
import {
  getErrorShape,
  getHTTPStatusCodeFromError,
  getProcedureAtPath,
  getTRPCErrorFromUnknown,
  TRPCError,
} from '@trpc/server/unstable-core-do-not-import'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ContextMaker } from './context.ts'
import type { RequestLog } from './ops/request-log.ts'

export interface PlainCallParts {
  readonly createContext: ContextMaker['http']
  readonly onError: RequestLog['failed']
}

/** By what method each is called. */
const methods = { query: 'GET', mutation: 'POST' } as const

/** Parameters of the address that make a call another than a plain one. */
const special = ['batch', 'connectionParams'] as const

const config = appRouter._def._config

/**
 * Answers one question or wish over HTTP in tRPC's own words, by the same procedure, but without a `Request`, a `Response`
 * and a stream of the web, which cost more than most answers: a hall that comes in asks several each. False, and nothing
 * done, for whatever is not that plain. A client cannot tell.
 */
export async function plainCall(
  path: string,
  req: FastifyRequest,
  reply: FastifyReply,
  { createContext, onError }: PlainCallParts,
): Promise<boolean> {
  const search = new URLSearchParams(req.url.slice(req.url.indexOf('?') + 1 || req.url.length))
  if (!isPlain(req, path, search)) return false
  const procedure = await getProcedureAtPath(appRouter, path).catch(() => null)
  if (!procedure) return false
  const { type } = procedure._def
  if (type === 'subscription' || methods[type] !== req.method) return false

  let ctx: Context | undefined
  let input: { readonly said: unknown } | undefined
  const getRawInput = async () => {
    input ??= { said: inputOf(req, search) }
    return input.said
  }
  const about = () => ({ path, input: input?.said })
  try {
    ctx = await createContext({ req, res: reply, info: { type } })
    const data = await procedure({ ...{ path, type, ctx, getRawInput }, signal: undefined, batchIndex: 0 })
    answer(reply, 200, { result: { data } })
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause)
    onError(error, { ...about(), requestId: ctx?.requestId })
    answer(reply, getHTTPStatusCodeFromError(error), { error: getErrorShape({ config, error, type, ctx, ...about() }) })
  }
  return true
}

function isPlain({ headers }: FastifyRequest, path: string, search: URLSearchParams): boolean {
  const { 'content-type': kind, accept } = headers
  if (path.includes('%') || special.some((name) => search.has(name))) return false
  if (headers['trpc-accept'] !== undefined || accept?.includes('application/jsonl')) return false
  return kind === undefined || kind.startsWith('application/json')
}

/** What is asked for; throws as tRPC does where that cannot be read. */
function inputOf({ method, body }: FastifyRequest, search: URLSearchParams): unknown {
  // A question may come without one, a wish has a body.
  const text = method === 'GET' ? search.get('input') || null : String(body ?? '')
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new TRPCError({ code: 'BAD_REQUEST', cause })
  }
}

function answer(reply: FastifyReply, status: number, said: object): void {
  reply.code(status).header('vary', 'trpc-accept, accept').header('content-type', 'application/json')
  // Of a text Fastify would say its character set, too.
  void reply.send(Buffer.from(JSON.stringify(said)))
}
