import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { isWorkerSecret, workerHeader } from '../identity/worker-secret.ts'
import { refused } from './edge-errors.ts'

interface SeenParts {
  readonly internalSecret: string
  readonly addressOf: (request: IncomingMessage) => string
  readonly protocolOf: (request: IncomingMessage) => 'http' | 'https'
}

/** `/ops/seen`: where this request came from, as the server sees it. For whoever checks the proxies in front of it. */
export function seenRoute(app: FastifyInstance, { internalSecret, addressOf, protocolOf }: SeenParts): void {
  app.get('/ops/seen', (request, reply) => {
    if (!isWorkerSecret(request.headers[workerHeader], internalSecret)) return reply.code(403).send(refused(403))
    return { address: addressOf(request.raw), protocol: protocolOf(request.raw), host: request.headers.host ?? null }
  })
}
