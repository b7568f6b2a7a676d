import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refused } from './ops/edge-errors.ts'

/**
 * Serves the built web app: hashed assets for a year, the page itself always fresh, every page address the same file. The build wrote
 * compressed forms beside the files; nothing is compressed while somebody waits.
 */
export async function webFiles(app: FastifyInstance, root: string): Promise<void> {
  await app.register(async (files) => {
    await files.register(fastifyStatic, {
      root,
      preCompressed: true,
      // Which files there are is read once: to look for each request costs more than to send it.
      wildcard: false,
      globIgnore: ['**/*.{br,gz}'],
      cacheControl: false,
      // Notes of the build, which are nobody's business.
      dotfiles: 'ignore',
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    files.setNotFoundHandler((request, reply) => {
      const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html')
      if (isPage) return reply.sendFile('index.html')
      return reply.code(404).send(refused(404))
    })
  })
}
