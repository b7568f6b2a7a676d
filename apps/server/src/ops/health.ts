import type { FastifyInstance } from 'fastify'

export interface Readiness {
  /** What keeps the server from working, in a few words; `null` when nothing does. */
  readonly trouble: () => Promise<string | null>
}

/** `/healthz`: the process lives. `/readyz`: it can do its work. */
export function healthRoutes(app: FastifyInstance, { trouble }: Readiness): void {
  app.get('/healthz', () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const found = await trouble()
    return reply
      .code(found === null ? 200 : 503)
      .send(found === null ? { ready: true } : { ready: false, trouble: found })
  })
}
