import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Headers by which proxies say that they ask for somebody else. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

interface MetricsGuard {
  /** With a token only whoever shows it reads them, from wherever. */
  readonly token: string | undefined
  /** Others ask through a proxy, so that everybody may look as if they came from this machine. */
  readonly isBehindProxy: boolean
}

/** Whether a request may read the metrics: with the token, or, where there is none, straight from this machine. */
export function mayReadMetrics(request: IncomingMessage, { token, isBehindProxy }: MetricsGuard): boolean {
  if (token !== undefined) return isSame(request.headers.authorization ?? '', `Bearer ${token}`)
  if (isBehindProxy || forwarding.some((name) => request.headers[name] !== undefined)) return false
  return isThisMachine(request.socket.remoteAddress ?? '') && isLocalName(request.headers.host ?? '')
}

const isThisMachine = (address: string): boolean => /^(::ffff:)?127\.|^::1$/.test(address)

/** No page of another site gets here by giving its own name the address of this machine. */
const isLocalName = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host)

/** In the same time wherever they differ. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
