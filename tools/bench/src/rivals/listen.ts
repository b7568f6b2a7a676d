import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** So many connections may wait for being taken: a crowd comes at once. */
const backlog = 4_096

/** Listens on a free port of 127.0.0.1 and resolves to it. */
export async function listen(server: Server): Promise<number> {
  server.listen({ port: 0, host: '127.0.0.1', backlog })
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
