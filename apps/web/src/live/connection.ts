import type { Line } from './carrier.ts'

/** How the page is connected, in one word. */
export type Connection = 'online' | 'connecting' | 'reconnecting' | 'offline'

interface Circumstances {
  readonly line: Line
  /** Whether there ever was a connection. */
  readonly wasOpen: boolean
  readonly isOnline: boolean
  /** The server did not answer when this browser wanted to sign in. */
  readonly isUnreachable: boolean
}

/** An open line is worth more than the browser's word: a laptop without a network still reaches its own server. */
export function connectionOf({ line, wasOpen, isOnline, isUnreachable }: Circumstances): Connection {
  if (line === 'open') return 'online'
  if (!isOnline) return 'offline'
  if (isUnreachable) return 'reconnecting'
  if (line === 'idle') return 'online'
  return wasOpen || line === 'down' ? 'reconnecting' : 'connecting'
}
