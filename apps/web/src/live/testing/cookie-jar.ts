import { WebSocket } from 'ws'
import type { Fetch } from '../live-client.ts'
import type { SocketClass } from '../prompt-socket.ts'

/** The cookies of one browser, and its ways to the server. */
export interface CookieJar {
  readonly fetch: Fetch
  readonly WebSocket: SocketClass
  readonly cookie: () => string
}

/** Node keeps no cookies: this does, one at a time. Tabs of one browser share a jar. */
export function cookieJar(): CookieJar {
  let cookie = ''
  return {
    cookie: () => cookie,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers as HeadersInit)
      if (cookie !== '') headers.set('cookie', cookie)
      const response = await fetch(input as string, { ...(init as RequestInit), headers })
      const given = response.headers.get('set-cookie')
      if (given !== null) cookie = given.split(';')[0] ?? ''
      return response
    },
    WebSocket: class extends WebSocket {
      constructor(url: string | URL) {
        super(url, { headers: { cookie } })
      }
    } as unknown as SocketClass,
  }
}
