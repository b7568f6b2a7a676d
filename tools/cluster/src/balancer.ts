import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { dial } from './dial.ts'
import { passedOn } from './passed-on.ts'

export interface BalancerOptions {
  /** Servers to choose from, asked at each request. */
  readonly targets: () => readonly string[]
  /** Where to listen on 127.0.0.1; a free port if none is given. */
  readonly port?: number
}

/** A load balancer that remembers nobody: each request, on whatever connection, goes to the next server. */
export interface Balancer extends AsyncDisposable {
  readonly url: string
  /** Requests passed on so far, WebSockets among them, by the address of the server. */
  readonly passed: ReadonlyMap<string, number>
}

/** Throws where the port is taken. */
export async function openBalancer({ targets, port = 0 }: BalancerOptions): Promise<Balancer> {
  const passed = new Map<string, number>()
  const upgraded = new Set<Duplex>()
  let turn = 0

  /** The next server that takes a connection; before a byte was sent, any other may be tried. */
  const reach = async (): Promise<Socket | null> => {
    const all = targets()
    const first = turn++
    for (const step of all.keys()) {
      const target = all[(first + step) % all.length] ?? ''
      const socket = await dial(target)
      if (socket === null) continue
      passed.set(target, (passed.get(target) ?? 0) + 1)
      return socket
    }
    return null
  }

  const server = createServer(async (near, answer) => {
    const far = await reach()
    if (far === null) answer.writeHead(503, { 'retry-after': '1' }).end('No server is ready.\n')
    else carry(near, answer, far)
  })
  server.on('upgrade', async (near, socket, head) => {
    socket.on('error', () => socket.destroy())
    const far = await reach()
    if (far === null) return void socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n')
    upgraded.add(socket)
    socket.once('close', () => upgraded.delete(socket))
    join(near, socket, head, far)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      for (const socket of upgraded) socket.destroy()
      await closed
    },
  }
}

/** A request there and its answer back; neither is held up on the way. */
function carry(near: IncomingMessage, answer: ServerResponse, far: Socket): void {
  const { method, url: path } = near
  const onward = ask({ createConnection: () => far, method, path, headers: passedOn(near, 'close') }, (said) => {
    answer.writeHead(said.statusCode ?? 502, withoutConnection(said.rawHeaders))
    said.pipe(answer)
    said.on('error', () => answer.destroy())
  })
  onward.on('error', () => {
    if (answer.headersSent) answer.destroy()
    else answer.writeHead(502).end()
  })
  // Whoever asked may go at any time, in the middle of an upload or of an event stream.
  answer.on('close', () => onward.destroy())
  near.pipe(onward)
}

/** After the handshake a WebSocket is bytes both ways. */
function join(request: IncomingMessage, near: Duplex, head: Buffer, far: Socket): void {
  const headers = passedOn(request, 'upgrade')
  const lines = headers.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${headers[index + 1]}`] : []))
  far.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  far.write(head)
  near.pipe(far).pipe(near)
  near.once('close', () => far.destroy())
  far.once('close', () => near.destroy())
}

const withoutConnection = (headers: readonly string[]): string[] =>
  headers.flatMap((name, index) =>
    index % 2 === 0 && !/^(connection|keep-alive|transfer-encoding)$/i.test(name)
      ? [name, headers[index + 1] ?? '']
      : [],
  )
