import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** What went out over the connections of a server, whatever they carry. */
export interface Traffic {
  /** Since it listens. */
  sentBytes(): number
  openConnections(): number
}

export function trafficOf(server: Server): Traffic {
  const open = new Set<Socket>()
  let before = 0
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      before += socket.bytesWritten
    })
  })
  return {
    sentBytes: () => [...open].reduce((sum, { bytesWritten }) => sum + bytesWritten, before),
    openConnections: () => open.size,
  }
}
