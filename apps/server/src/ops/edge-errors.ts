import type { Socket } from 'node:net'
import type { RejectionCode } from '@humuus/workshop-engine'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The words of HTTP for what is wrong with a request that could not even be read. */
const words: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

/** Answers what never reached a procedure in the same shape as a procedure would: a rejection, and nothing about our insides. */
export function edgeErrors(app: FastifyInstance): void {
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ err: error }, 'request failed')
    return reply.code(status).send(refused(status))
  })
  // What the web's own `Request` cannot hold, tRPC cannot take.
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'TRACE') await reply.code(405).send(refused(405))
  })
}

/** Answers an address that is none. */
export function badAddress(_error: Error, _request: FastifyRequest, reply: FastifyReply): void {
  void reply.code(400).send(refused(400))
}

/** Answers what is no HTTP, or more of it than anybody takes. */
export function unreadable(error: Error & { code?: string }, socket: Socket): void {
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(refused(status))
  const head = [
    `HTTP/1.1 ${status} ${words[status]}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'content-type: application/json',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** What a refused request is sent. */
export function refused(status: number) {
  const rejection: { code: RejectionCode } = { code: codeOf(status) }
  return { error: { message: rejection.code, code: -32_600, data: { httpStatus: status, rejection } } }
}

function codeOf(status: number): RejectionCode {
  if (status === 413 || status === 431) return 'too_large'
  if (status === 401) return 'signed_out'
  if (status === 403) return 'not_allowed'
  // It took too long to come, over a bad line or to a server that has more to do than it can: worth another try.
  if (status === 408) return 'unavailable'
  return status >= 500 ? 'server_error' : 'malformed'
}
