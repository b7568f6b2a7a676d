import { appRouter, type Context } from '@humuus/api'
import {
  type AnyProcedure,
  getErrorShape,
  getHTTPStatusCode,
  getProcedureAtPath,
  getTRPCErrorFromUnknown,
  isObject,
  TRPCError,
} from '@trpc/server/unstable-core-do-not-import'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ContextMaker } from './context.ts'
import type { RequestLog } from './ops/request-log.ts'

export interface PlainCallParts {
  readonly createContext: ContextMaker['http']
  readonly onError: RequestLog['failed']
}

interface Call {
  readonly path: string
  readonly procedure: AnyProcedure
}

type Type = keyof typeof methods

/** By what method each is called. */
const methods = { query: 'GET', mutation: 'POST' } as const

const config = appRouter._def._config

/**
 * Answers questions and wishes over HTTP, one or several, in tRPC's own words and by the same procedures, but without a
 * `Request`, a `Response` and a stream of the web, which cost more than most answers: a hall that comes in asks several each.
 * False, and nothing done, for whatever is not that plain. A client cannot tell.
 */
export async function plainCalls(
  path: string,
  req: FastifyRequest,
  reply: FastifyReply,
  { createContext, onError }: PlainCallParts,
): Promise<boolean> {
  const search = new URLSearchParams(req.url.slice(req.url.indexOf('?') + 1 || req.url.length))
  if (!isPlain(req, path, search)) return false
  const isBatch = search.get('batch') === '1'
  const calls = await callsAt(isBatch ? path.split(',') : [path])
  const type = typeOf(calls, req.method)
  if (type === null) return false

  const context = await createContext({ req, res: reply, info: { type } }).catch(getTRPCErrorFromUnknown)
  const said = () => inputOf(req, search)
  const inputAt = (index: number) => (isBatch ? inputsIn(said())[index] : said())
  const answers = await Promise.all(
    calls.map((call, index) => answered(call, type, context, () => inputAt(index), index, onError)),
  )
  reply.code(getHTTPStatusCode(answers)).header('vary', 'trpc-accept, accept')
  // Of a text Fastify would say its character set, too.
  const bytes = Buffer.from(JSON.stringify(isBatch ? answers : answers[0]))
  void reply.header('content-type', 'application/json').send(bytes)
  return true
}

function isPlain({ headers }: FastifyRequest, path: string, search: URLSearchParams): boolean {
  const { 'content-type': kind, accept } = headers
  if (path.includes('%') || search.has('connectionParams')) return false
  if (headers['trpc-accept'] !== undefined || accept?.includes('application/jsonl')) return false
  return kind === undefined || kind.startsWith('application/json')
}

async function callsAt(paths: readonly string[]): Promise<Call[]> {
  const calls: Call[] = []
  for (const path of paths) {
    const procedure = await getProcedureAtPath(appRouter, path).catch(() => null)
    if (procedure === null) return []
    calls.push({ path, procedure })
  }
  return calls
}

/** What all of them are; `null` where they are of several types, or called by another method than theirs. */
function typeOf(calls: readonly Call[], method: string): Type | null {
  const [type, ...others] = new Set(calls.map(({ procedure }) => procedure._def.type))
  if (type === undefined || type === 'subscription' || others.length > 0) return null
  return methods[type] === method ? type : null
}

async function answered(
  { path, procedure }: Call,
  type: Type,
  context: Context | TRPCError,
  input: () => unknown,
  batchIndex: number,
  onError: RequestLog['failed'],
) {
  const ctx = context instanceof TRPCError ? undefined : context
  let read: { readonly input: unknown } | undefined
  const getRawInput = async () => {
    read ??= { input: input() }
    return read.input
  }
  try {
    if (context instanceof TRPCError) throw context
    return { result: { data: await procedure({ path, type, ctx, getRawInput, signal: undefined, batchIndex }) } }
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause)
    const about = { path, input: read?.input }
    onError(error, { ...about, requestId: ctx?.requestId })
    return { error: getErrorShape({ config, error, type, ctx, ...about }) }
  }
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

/** Of several, by their places. */
function inputsIn(said: unknown = {}): Readonly<Record<number, unknown>> {
  if (isObject(said)) return said
  throw new TRPCError({ code: 'BAD_REQUEST', message: 'the inputs of several calls are no object' })
}
