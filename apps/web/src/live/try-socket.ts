import type { SocketClass } from './prompt-socket.ts'

/** Whether a WebSocket gets through: a ping has to come back within `patienceMs`, for some proxies open what they do not carry. */
export function trySocket(WebSocket: SocketClass, url: string, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url)
    const end = (works: boolean) => {
      clearTimeout(timer)
      resolve(works)
      socket.close()
    }
    const timer = setTimeout(() => end(false), patienceMs)
    socket.addEventListener('open', () => socket.send('PING'))
    socket.addEventListener('message', () => end(true))
    socket.addEventListener('error', () => end(false))
    socket.addEventListener('close', () => end(false))
  })
}
