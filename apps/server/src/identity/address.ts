import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import proxyAddress from '@fastify/proxy-addr'

/** Which proxies are believed when they say whom they speak for: how many, or which addresses and networks. */
export type TrustedProxies = number | readonly string[]

/** Which hops are believed: hop 0 is whoever connected to us. */
export function trustIn(trusted: TrustedProxies): (address: string, hop: number) => boolean {
  return typeof trusted === 'number' ? (_, hop) => hop < trusted : proxyAddress.compile([...trusted])
}

/** Tells where a request comes from, as far as trusted proxies say. IPv6 networks count as one: everybody has 2^64 of those. */
export function addressOf(trusted: TrustedProxies): (request: IncomingMessage) => string {
  const trust = trustIn(trusted)
  return (request) => network(proxyAddress(request, trust))
}

/** Tells whether a request came over HTTPS, as far as the proxy in front is trusted to say so. */
export function protocolOf(trusted: TrustedProxies): (request: IncomingMessage) => 'http' | 'https' {
  const trust = trustIn(trusted)
  return ({ socket, headers }) => {
    const said = trust(socket.remoteAddress ?? '', 0) ? headers['x-forwarded-proto'] : undefined
    return String(said).split(',').at(-1)?.trim() === 'https' ? 'https' : 'http'
  }
}

function network(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`
}
