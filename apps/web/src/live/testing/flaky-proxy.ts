import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What the network between a phone and the server does. */
interface Weather {
  /** `refused`: answered with an error page, as by a strict proxy. `swallowed`: never answered. */
  upgrades: 'pass' | 'refused' | 'swallowed'
  /** New connections are cut at once. */
  isDown: boolean
  /** Connections stay open, nothing comes through in this direction. */
  isMute: { up: boolean; down: boolean }
  /** Every piece takes so long, each way. */
  delayMs: number
  /** A captive portal: every request is answered with its page, or sent on to it. */
  portal: 'page' | 'redirect' | null
}

/** A TCP proxy with weather. */
export interface FlakyProxy extends AsyncDisposable {
  readonly port: number
  readonly weather: Weather
  /** WebSocket upgrades asked for so far. */
  upgrades(): number
  /** Requests that a portal answered so far. */
  caught(): number
  /** Cuts every connection there is. */
  cut(): void
  /** Nothing comes through any more on the connections there are, as when the device went to another network. */
  strand(): void
}

/** Starts a proxy to `target` on a free port. */
export async function startFlakyProxy(target: number): Promise<FlakyProxy> {
  const weather: Weather = {
    upgrades: 'pass',
    isDown: false,
    isMute: { up: false, down: false },
    delayMs: 0,
    portal: null,
  }
  const open = new Set<Socket>()
  const stranded = new WeakSet<Socket>()
  let upgrades = 0
  let caught = 0

  const proxy = createServer((phone) => {
    if (weather.isDown) {
      phone.destroy()
      return
    }
    const server = connect(target, '127.0.0.1')
    for (const [end, other] of [
      [phone, server],
      [server, phone],
    ] as const) {
      open.add(end)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        open.delete(end)
        other.destroy()
      })
    }
    phone.on('data', (piece) => {
      if (weather.portal !== null) {
        caught++
        phone.end(portalAnswer(weather.portal, piece.toString('latin1')))
        return
      }
      if (/\r\nupgrade: websocket/i.test(piece.toString('latin1'))) {
        upgrades++
        if (weather.upgrades === 'swallowed') return
        if (weather.upgrades === 'refused') {
          phone.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n')
          return
        }
      }
      if (!weather.isMute.up && !stranded.has(phone)) later(() => server.write(piece))
    })
    server.on('data', (piece) => {
      if (!weather.isMute.down && !stranded.has(phone)) later(() => phone.write(piece))
    })
  })

  function later(work: () => void): void {
    if (weather.delayMs === 0) work()
    else setTimeout(work, weather.delayMs)
  }

  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    port: (proxy.address() as AddressInfo).port,
    weather,
    upgrades: () => upgrades,
    caught: () => caught,
    cut,
    strand() {
      for (const socket of open) stranded.add(socket)
    },
    async [Symbol.asyncDispose]() {
      cut()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}

function portalAnswer(kind: 'page' | 'redirect', request: string): string {
  const page = '<!doctype html><title>Guest Wi-Fi</title>'
  const isLogin = request.startsWith('GET /login')
  const start =
    kind === 'page' || isLogin
      ? 'HTTP/1.1 200 OK\r\ncontent-type: text/html'
      : 'HTTP/1.1 302 Found\r\nlocation: /login\r\ncontent-type: text/html'
  return `${start}\r\ncontent-length: ${page.length}\r\nconnection: close\r\n\r\n${page}`
}
