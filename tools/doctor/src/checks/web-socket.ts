import { WebSocket } from 'ws'

const patienceMs = 10_000

/** Whether a WebSocket opens there. */
export function opensWebSocket(url: URL): Promise<boolean> {
  const address = new URL(url)
  address.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return new Promise((resolve) => {
    const socket = new WebSocket(address, { handshakeTimeout: patienceMs, origin: url.origin })
    socket.once('open', () => {
      socket.close()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
