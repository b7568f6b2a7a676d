import type { AppRouter } from '@humuus/api'
import { wireVersion, wireVersionName } from '@humuus/api/wire'
import { createTRPCClient, httpLink } from '@trpc/client'
import { apiAddress } from './address.ts'
import { Client } from './client.ts'
import { type Device, newDevice } from './device.ts'
import { httpTransport } from './http-transport.ts'
import { isPassing, rejectionOf } from './rejection-of.ts'
import { untilAnswered } from './until-answered.ts'
import { webSocketTransport } from './web-socket-transport.ts'

export interface ConnectOptions {
  /** Address of the installation, such as `http://127.0.0.1:3000`. */
  readonly url: string
  /** Who signs in; without it, somebody new. */
  readonly device?: Device
  /** `http`: for networks that let no WebSocket through. */
  readonly transport?: 'websocket' | 'http'
  /** How long to try to reach the server, in ms. */
  readonly withinMs?: number
}

const transports = { websocket: webSocketTransport, http: httpTransport } as const

/** Signs a device in. Throws when the server cannot be reached in time, or refuses (`rejectionOf` tells why). */
export async function connect(options: ConnectOptions): Promise<Client> {
  const { url, device = newDevice(), transport = 'websocket', withinMs = 10_000 } = options
  const address = apiAddress(url)
  const { userId, token } = await signIn(address.http, device, withinMs).catch((error: unknown) => {
    throw rejectionOf(error) === null ? new Error(`${url} cannot be reached`, { cause: error }) : error
  })
  const open = transports[transport]
  return new Client({ device, userId, transport: open(address[transport], token) })
}

async function signIn(url: string, device: Device, withinMs: number): Promise<{ userId: string; token: string }> {
  const headers = { [wireVersionName]: String(wireVersion) }
  const trpc = createTRPCClient<AppRouter>({ links: [httpLink({ url, headers })] })
  let trouble: unknown = new Error('no answer in time')
  const ask = async (signal: AbortSignal) => {
    try {
      return { account: await trpc.auth.device.mutate({ ...device, delivery: 'bearer' }, { signal }) }
    } catch (error) {
      if (!signal.aborted) trouble = error
      const rejection = rejectionOf(error)
      return rejection === null || isPassing(rejection) ? null : { refused: error }
    }
  }
  const answer = await untilAnswered(ask, { withinMs, signal: new AbortController().signal })
  if (answer === null) throw trouble
  if ('refused' in answer) throw answer.refused
  if (answer.account.token === null) throw new Error('the server gave no token')
  return { userId: answer.account.userId, token: answer.account.token }
}
