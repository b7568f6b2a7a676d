import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ProxyManners {
  /** Whether WebSockets get through (true). */
  readonly webSockets?: boolean
  /** Bytes of a request's body that are let through. */
  readonly mostBytes?: number
  /** What becomes of `X-Forwarded-For` (`replace`). */
  readonly forwarded?: 'replace' | 'believe'
}

export interface ProxyForTests extends AsyncDisposable {
  readonly url: string
  /** Where it leads, which may come later than the proxy. */
  target: string
}

/** A proxy as people set them up, well and badly, on a free port. */
export async function proxy(manners: ProxyManners = {}): Promise<ProxyForTests> {
  const { webSockets = true, mostBytes = Number.POSITIVE_INFINITY, forwarded = 'replace' } = manners
  const onward = (from: IncomingMessage) => {
    const { hostname, port } = new URL(opened.target)
    const address = from.socket.remoteAddress ?? ''
    const headers = {
      ...from.headers,
      'x-forwarded-for': (forwarded === 'believe' && from.headers['x-forwarded-for']) || address,
      'x-forwarded-proto': 'http',
    }
    return request({ hostname, port, path: from.url, method: from.method, headers })
  }
  const server = createServer((from, to) => {
    if (Number(from.headers['content-length'] ?? 0) > mostBytes) return void to.writeHead(413).end()
    const next = onward(from)
    next.once('response', (answer) => answer.pipe(to.writeHead(answer.statusCode ?? 502, answer.headers)))
    next.once('error', () => to.headersSent || to.writeHead(502).end())
    from.pipe(next)
  })
  server.on('upgrade', (from, socket) => {
    socket.on('error', () => undefined)
    if (!webSockets) return void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
    const next = onward(from)
    next.once('upgrade', (answer, there) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`)
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
      there.on('error', () => undefined)
      there.pipe(socket).pipe(there)
    })
    next.once('error', () => socket.destroy())
    next.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const opened: ProxyForTests = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    target: '',
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
  return opened
}
