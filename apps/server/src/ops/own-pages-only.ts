import type { FastifyInstance } from 'fastify'
import type { OwnPage } from '../live/origin.ts'
import { refused } from './edge-errors.ts'

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Nothing is changed at the wish of another site's page, whoever is signed in there. What is below `apiPath` is for programs and
 * for the scripts of our pages: no other site's page reads it, and no browser shows it as a page, picture or script.
 */
export function ownPagesOnly(app: FastifyInstance, apiPath: string, isOwnPage: OwnPage): void {
  app.addHook('onRequest', async ({ method, url, headers }, reply) => {
    const isApi = url.startsWith(`${apiPath}/`)
    const isForScripts = ['empty', undefined].includes(headers['sec-fetch-dest'])
    if (!isApi && reading.has(method)) return
    if (!isOwnPage(headers) || (isApi && !isForScripts)) await reply.code(403).send(refused(403))
  })
}
