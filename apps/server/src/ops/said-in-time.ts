import type { FastifyInstance } from 'fastify'
import { unreadable } from './edge-errors.ts'

/** Whoever does not say all of a request in time is cut off. Below `except` others look after that. */
export function saidInTime(app: FastifyInstance, { withinMs, except }: { withinMs: number; except: string }): void {
  const late = Object.assign(new Error('not said in time'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
  app.addHook('onRequest', async ({ raw, url }) => {
    const hasBody = raw.headers['content-length'] !== undefined || raw.headers['transfer-encoding'] !== undefined
    if (!hasBody || raw.complete || url.startsWith(`${except}/`) || url === except) return
    const timer = setTimeout(() => unreadable(late, raw.socket), withinMs)
    const inTime = () => clearTimeout(timer)
    raw.once('end', inTime).once('close', inTime)
  })
}
