import type { WebSocket } from 'ws'

/** A goodbye that does not get through is not waited for. */
const goodbyeMs = 3_000

/** Ends a connection with a reason; what is left of it after a moment is torn down. */
export function cut(socket: Pick<WebSocket, 'close' | 'terminate'>, code: number, reason: string): void {
  socket.close(code, reason)
  setTimeout(() => socket.terminate(), goodbyeMs).unref()
}
