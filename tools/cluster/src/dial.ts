import { connect, type Socket } from 'node:net'

/** A server that does not take a connection within so many ms is passed over. */
const patienceMs = 1_000

/** A connection to a server; `null` where nobody takes it. */
export function dial(url: string): Promise<Socket | null> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true, timeout: patienceMs })
    const refused = () => {
      socket.destroy()
      resolve(null)
    }
    socket.once('error', refused).once('timeout', refused)
    socket.once('connect', () => {
      socket.off('error', refused).off('timeout', refused).setTimeout(0)
      // Whoever uses it listens for more; a reset before that harms nobody.
      socket.on('error', () => socket.destroy())
      resolve(socket)
    })
  })
}
