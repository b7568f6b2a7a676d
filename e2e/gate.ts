import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/**
 * `portal`: a hotel's network that answers every request with its own page, and redirects those for pages. `broken`: a proxy
 * whose server is gone.
 */
type Weather = 'open' | 'shut' | 'portal' | 'broken'

/** What stands between the browsers and a system: its address stays, whatever happens behind it. */
export interface Gate extends AsyncDisposable {
  readonly url: string
  readonly weather: Weather
  /** Cuts what is under way, and lets through what comes next, or not. */
  turn(weather: Weather): void
  /** Another content for a path, as after an update. */
  readonly files: Map<string, string>
  /** Paths that were asked for, in order. */
  readonly asked: string[]
}

const portalPage = '<!doctype html><title>Guest Wi-Fi</title><h1>Please log in</h1>'

/** Opens a gate before `target` on a free port. */
export async function openGate(target: string): Promise<Gate> {
  const { hostname, port } = new URL(target)
  const files = new Map<string, string>()
  const asked: string[] = []
  const sockets = new Set<Duplex>()
  let weather: Weather = 'open'

  const hold = (socket: Duplex) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/'
    asked.push(path)
    if (weather === 'portal') {
      portal(request, response)
      return
    }
    if (weather === 'broken') {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
      return
    }
    const content = files.get(path)
    const { 'if-none-match': _tag, 'if-modified-since': _since, ...fresh } = request.headers
    const headers = content === undefined ? request.headers : { ...fresh, 'accept-encoding': 'identity' }
    const upstream = ask({ hostname, port, path, method: request.method, headers }, (reply) => {
      const { 'content-length': _length, etag: _etag, 'last-modified': _modified, ...rest } = reply.headers
      response.writeHead(reply.statusCode ?? 502, content === undefined ? reply.headers : rest)
      if (content === undefined) {
        reply.pipe(response)
        return
      }
      reply.resume()
      response.end(content)
    })
    upstream.on('error', () => response.destroy())
    response.on('close', () => upstream.destroy())
    request.pipe(upstream)
  }

  const server = createServer(answer)
  server.on('connection', (socket: Socket) => {
    if (weather === 'shut') socket.destroy()
    else hold(socket)
  })
  server.on('upgrade', (request, phone, head) => {
    if (weather !== 'open') {
      phone.destroy()
      return
    }
    const behind = connect(Number(port), hostname)
    for (const end of [phone, behind]) hold(end)
    phone.on('close', () => behind.destroy())
    behind.on('close', () => phone.destroy())
    const lines = [`GET ${request.url} HTTP/1.1`]
    for (let at = 0; at < request.rawHeaders.length; at += 2) {
      lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`)
    }
    behind.write(`${lines.join('\r\n')}\r\n\r\n`)
    behind.write(head)
    behind.pipe(phone).pipe(behind)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get weather() {
      return weather
    },
    turn(next) {
      weather = next
      cut()
    },
    files,
    asked,
    [Symbol.asyncDispose]: async () => {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}

function portal(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.accept?.includes('text/html')) response.writeHead(302, { location: '/portal-login' })
  else response.writeHead(200, { 'content-type': 'text/html' })
  response.end(portalPage)
}
