import type { IncomingMessage } from 'node:http'
import { appRouter, type Context, callDirectly, directView, isDirectCall, watchDirectly } from '@humuus/api'
import {
  getErrorShape,
  getTRPCErrorFromUnknown,
  parseConnectionParamsFromUnknown,
} from '@trpc/server/unstable-core-do-not-import'
import type { RawData } from 'ws'
import type { RequestLog } from '../ops/request-log.ts'
import type { LiveSocket } from './live-socket.ts'
import { LiveView } from './live-view.ts'
import { type Request, type Requests, requestsOf } from './requests.ts'
import { textFrame } from './text-frame.ts'
import { type Opening, saysWho, trpcSide } from './trpc-side.ts'

type Params = ReturnType<typeof parseConnectionParamsFromUnknown>

export interface ConnectionParts {
  readonly createContext: (socket: LiveSocket, request: IncomingMessage, params: Params) => Promise<Context>
  readonly onError: RequestLog['failed']
}

/**
 * What phones ask all the time (votes, joining, the live view) is answered here, in tRPC's own words but without its general
 * way. Everything else, and whatever is refused, goes to tRPC, which is not there until it is needed. A client cannot tell.
 */
export class Connection {
  readonly #socket: LiveSocket
  readonly #opening: Opening
  readonly #parts: ConnectionParts
  #views: LiveView[] = []
  /** Until it has been said whose it is. */
  #unsaid: IncomingMessage | null = null
  /** Whose it is, once it has been said. */
  #context: Promise<Context> | null = null
  #known: Context | null = null
  #toTrpc: ReturnType<typeof trpcSide> | null = null

  constructor(socket: LiveSocket, request: IncomingMessage, parts: ConnectionParts) {
    this.#socket = socket
    // The rest of the request is not kept for as long as the connection lasts.
    this.#opening = { url: request.url, headers: { host: request.headers.host } }
    this.#parts = parts
    if (!saysWho(request)) this.#begin(request, null)
    else this.#unsaid = request
    socket.on('message', (data, isBinary) => {
      try {
        this.#hear(data, isBinary)
      } catch (cause) {
        // A fault of ours ends this message, and no server.
        this.#broke(cause)
      }
    })
    // A broken frame closes its own socket (code 1007, 1009 …) and concerns nobody else.
    socket.on('error', (cause) => {
      socket.terminate()
      this.#broke(cause)
    })
    socket.on('close', () => {
      for (const view of this.#views) view.stop()
    })
  }

  #hear(data: RawData, isBinary: boolean): void {
    const text = isBinary ? null : String(data)
    if (text === 'PONG') return
    if (text === 'PING') this.#socket.send('PONG')
    else if (text === null) this.#passOn(data as Buffer, isBinary)
    else if (this.#context === null) this.#begun(text)
    else this.#take(text, this.#context)
  }

  /** The first message says who it is. */
  #begun(text: string): void {
    const params = paramsOf(text)
    // What is wrong with it, tRPC says; it does not get as far as asking for a context.
    if (params === undefined) this.#passOn(text)
    if (this.#unsaid !== null) this.#begin(this.#unsaid, params ?? null)
    this.#unsaid = null
  }

  #begin(request: IncomingMessage, params: Params): void {
    this.#context = this.#parts.createContext(this.#socket, request, params)
    this.#context.then(
      (context) => {
        this.#known = context
      },
      // Whoever asks first is told.
      () => {},
    )
  }

  #take(text: string, opening: Promise<Context>): void {
    const requests = requestsOf(text)
    if (!requests?.some(([, request]) => this.#isDirect(request))) this.#passOn(text)
    else if (this.#known !== null) this.#takeAll(this.#known, requests, text)
    else
      opening
        .then(
          (context) => this.#takeAll(context, requests, text),
          () => this.#passOn(text),
        )
        .catch((cause) => this.#broke(cause))
  }

  #takeAll(context: Context, requests: Requests, text: string): void {
    const texts = textsOf(requests, text)
    if (texts === null) {
      this.#passOn(text)
      return
    }
    for (const [index, [, request]] of requests.entries()) {
      const own = texts[index] ?? ''
      if (request === null || !this.#isDirect(request)) this.#passOn(own)
      else this.#answer(context, request, own)
    }
  }

  #isDirect(request: Request | null): boolean {
    if (request === null) return false
    if (request.method === 'mutation') return isDirectCall(request.path)
    const isOpen = this.#viewOf(request.id) !== undefined
    return request.method === 'subscription.stop' ? isOpen : request.path === directView && !isOpen
  }

  #answer(context: Context, request: Request, text: string): void {
    const { method, id } = request
    if (method === 'subscription.stop') this.#viewOf(id)?.stop()
    else if (method === 'subscription')
      this.#watch(context, id, request.input, text).catch((cause) => this.#broke(cause))
    else if (isDirectCall(request.path))
      callDirectly(context, request.path, request.input)
        .then(
          (data) => this.#say({ id, result: { type: 'data', data } }),
          () => this.#passOn(text),
        )
        .catch((cause) => this.#broke(cause))
  }

  async #watch(context: Context, id: number | string, input: unknown, text: string): Promise<void> {
    const view = new LiveView(id, this.#socket, (one, error) => this.#viewEnded(one, context, input, error))
    // A list that is appended to takes room for seventeen.
    this.#views = [...this.#views, view]
    const begin = await watchDirectly(context, input).catch(() => null)
    if (begin === null) {
      this.#forgetView(view)
      this.#passOn(text)
      return
    }
    this.#say({ id, result: { type: 'started' } })
    await view.begin(begin)
  }

  #viewEnded(view: LiveView, context: Context, input: unknown, error: unknown): void {
    const { id } = view
    this.#forgetView(view)
    if (error !== undefined) this.#refuse(context, id, input, error)
    this.#say({ id, result: { type: 'stopped' } })
  }

  #forgetView(view: LiveView): void {
    this.#views = this.#views.filter((one) => one !== view)
  }

  #viewOf(id: number | string): LiveView | undefined {
    return this.#views.find((view) => view.id === id)
  }

  #refuse(ctx: Context, id: number | string, input: unknown, cause: unknown): void {
    const error = getTRPCErrorFromUnknown(cause)
    const about = { path: directView, input }
    this.#parts.onError(error, { ...about, requestId: ctx.requestId })
    const config = appRouter._def._config
    this.#say({ id, error: getErrorShape({ config, error, type: 'subscription', ctx, ...about }) })
  }

  #say(answer: unknown): void {
    this.#socket.write(textFrame(JSON.stringify(answer)))
  }

  #passOn(message: Buffer | string, isBinary = false): void {
    this.#toTrpc ??= trpcSide(this.#socket, this.#opening, this.#context !== null, {
      context: () => this.#context ?? Promise.reject(new Error('nobody has said who they are')),
      onError: this.#parts.onError,
    })
    this.#toTrpc(message, isBinary)
  }

  #broke(cause: unknown): void {
    if (!isBrokenFrame(cause))
      this.#parts.onError(getTRPCErrorFromUnknown(cause), { path: undefined, requestId: undefined, input: undefined })
  }
}

/** The text of each request; `null` where one of several is so deep that it can be read but not written. */
function textsOf(requests: Requests, text: string): string[] | null {
  if (requests.length === 1) return [text]
  try {
    return requests.map(([raw]) => JSON.stringify(raw))
  } catch {
    return null
  }
}

/** Who it says it is; `undefined` where it is not said as it should be. */
function paramsOf(text: string): Params | undefined {
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message !== 'object' || message === null || Array.isArray(message)) return undefined
    return parseConnectionParamsFromUnknown('data' in message ? message.data : undefined)
  } catch {
    return undefined
  }
}

/** What `ws` says of a frame that breaks its rules: the fault of whoever sent it, and no error of ours. */
const isBrokenFrame = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('WS_ERR_')
