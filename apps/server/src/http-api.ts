import { type AppRouter, appRouter } from '@humuus/api'
import { type FastifyHandlerOptions, fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ContextMaker } from './context.ts'
import type { RequestLog } from './ops/request-log.ts'
import { plainCalls } from './plain-calls.ts'

interface ApiParts {
  /** Where it is. */
  readonly prefix: string
  readonly createContext: ContextMaker['http']
  readonly onError: RequestLog['failed']
}

/** The API over HTTP: what is plain is answered here, the rest (event streams, forms, answers in pieces) by tRPC itself. */
export async function httpApi(app: FastifyInstance, { prefix, ...parts }: ApiParts): Promise<void> {
  const options: FastifyHandlerOptions<AppRouter, FastifyRequest, FastifyReply> = {
    router: appRouter,
    createContext: parts.createContext,
    onError: ({ error, path, ctx, input }) => parts.onError(error, { path, requestId: ctx?.requestId, input }),
  }
  await app.register(async (api) => {
    // Bodies are read by whoever answers, as tRPC's own plugin has it.
    api.removeContentTypeParser(['application/json', 'multipart/form-data'])
    api.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    api.addContentTypeParser('multipart/form-data', {}, (_request, body, done) => done(null, body))
    api.all<{ Params: { path: string } }>(`${prefix}/:path`, async (req, res) => {
      const { path } = req.params
      if (!(await plainCalls(path, req, res, parts))) await fastifyRequestHandler({ ...options, req, res, path })
      return res
    })
  })
}
