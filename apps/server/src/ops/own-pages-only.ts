import type { FastifyInstance } from 'fastify'
import type { OwnPage } from '../live/origin.ts'
import { refused } from './edge-errors.ts'

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Nothing is changed at the wish of another site's page, whoever is signed in there. */
export function ownPagesOnly(app: FastifyInstance, isOwnPage: OwnPage): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!reading.has(request.method) && !isOwnPage(request.headers)) await reply.code(403).send(refused(403))
  })
}
