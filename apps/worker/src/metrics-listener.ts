import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mayReadMetrics } from '@humuus/telemetry'
import type { Registry } from 'prom-client'
import type { Env } from './env.ts'

export interface MetricsListener extends AsyncDisposable {
  /** `null` where nobody wants to look. */
  readonly port: number | null
}

/**
 * `/metrics` and `/healthz` on a port of their own, where one is set. Without a token they are for this machine alone, and nobody
 * else gets as far as the port.
 */
export async function listenForMetrics(
  { METRICS_PORT: port, METRICS_TOKEN: token }: Pick<Env, 'METRICS_PORT' | 'METRICS_TOKEN'>,
  registry: Registry,
): Promise<MetricsListener> {
  if (port === undefined) return { port: null, [Symbol.asyncDispose]: async () => {} }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/healthz') return void response.writeHead(200).end('{"alive":true}')
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    if (!mayReadMetrics(request, { token, isBehindProxy: false })) return void response.writeHead(403).end()
    const text = await registry.metrics()
    response.writeHead(200, { 'content-type': registry.contentType }).end(text)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end())
  })
  server.listen({ port, ...(token === undefined && { host: '127.0.0.1' }) })
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
