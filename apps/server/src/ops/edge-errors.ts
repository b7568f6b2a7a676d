import type { RejectionCode } from '@humuus/workshop-engine'
import type { FastifyInstance } from 'fastify'

/** Answers what never reached a procedure in the same shape as a procedure would: a rejection, and nothing about our insides. */
export function edgeErrors(app: FastifyInstance): void {
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ err: error }, 'request failed')
    const rejection: { code: RejectionCode } = { code: codeOf(status) }
    return reply
      .code(status)
      .send({ error: { message: rejection.code, code: -32_600, data: { httpStatus: status, rejection } } })
  })
}

function codeOf(status: number): RejectionCode {
  if (status === 413) return 'too_large'
  return status >= 500 ? 'server_error' : 'malformed'
}
