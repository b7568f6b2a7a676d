import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { type AppRouter, appRouter, type Context } from '@humuus/api'
import { getWSConnectionHandler, type WSSHandlerOptions } from '@trpc/server/adapters/ws'
import type { WebSocket } from 'ws'
import type { RequestLog } from '../ops/request-log.ts'

interface TrpcParts {
  readonly context: () => Promise<Context>
  readonly onError: RequestLog['failed']
}

/** A connection as tRPC knows it: hears what we pass on, answers over the real one. */
class Side extends EventEmitter {
  readonly #socket: WebSocket

  constructor(socket: WebSocket) {
    super()
    this.#socket = socket
    socket.once('close', () => this.emit('close'))
  }

  get readyState(): number {
    return this.#socket.readyState
  }

  send(text: string): void {
    this.#socket.send(text)
  }

  close(): void {
    this.#socket.close()
  }
}

/** What is needed of the request that a connection began with. */
export interface Opening {
  readonly url?: string | undefined
  readonly headers: { readonly host?: string | undefined }
}

/** Whether the first message of a connection says who it is. */
export const saysWho = ({ url = '' }: Opening): boolean => /[?&]connectionParams=1(&|$)/.test(url)

/** Stands for the message that said who it is, which is read already. */
const said = Buffer.from('{"method":"connectionParams","data":null}')

/** Lets tRPC answer what is passed on. `isKnown`: who it is has been said. */
export function trpcSide(
  socket: WebSocket,
  request: Opening,
  isKnown: boolean,
  { context, onError }: TrpcParts,
): (message: Buffer | string, isBinary: boolean) => void {
  const side = new Side(socket)
  // Of a server it needs nothing, though its type says so.
  const options: Omit<WSSHandlerOptions<AppRouter>, 'wss'> = {
    router: appRouter,
    createContext: context,
    onError: ({ error, path, ctx, input }) => onError(error, { path, requestId: ctx?.requestId, input }),
  }
  const handle = getWSConnectionHandler(options as WSSHandlerOptions<AppRouter>)
  // It needs no more of a WebSocket than a side has.
  handle(side as unknown as WebSocket, request as IncomingMessage)
  if (isKnown && saysWho(request)) side.emit('message', said, false)
  return (message, isBinary) =>
    side.emit('message', typeof message === 'string' ? Buffer.from(message) : message, isBinary)
}
