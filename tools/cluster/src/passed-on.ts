import type { IncomingMessage } from 'node:http'

/** Ours to set, or about the one connection they came over. */
const notPassedOn = new Set(['connection', 'keep-alive', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host'])

/** A request's headers as names and values in turn, with who asked: said by us, never believed. */
export function passedOn({ rawHeaders, socket, headers }: IncomingMessage, connection: 'close' | 'upgrade'): string[] {
  const kept = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && !notPassedOn.has(name.toLowerCase()) ? [name, rawHeaders[index + 1] ?? ''] : [],
  )
  return [
    ...kept,
    ...['x-forwarded-for', socket.remoteAddress ?? ''],
    ...['x-forwarded-proto', 'http'],
    ...(headers.host === undefined ? [] : ['x-forwarded-host', headers.host]),
    ...['connection', connection],
  ]
}
