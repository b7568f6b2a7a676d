import { wireVersion, wireVersionName } from '@humuus/api/wire'
import { type Client, connect } from '@humuus/client'

/** Somebody who means harm, with an account like anybody's. */
export interface Intruder {
  readonly client: Client
  readonly token: string
}

/** What the fuzzer knows of a system: where it is, and what others in it must never learn. */
export interface Target {
  readonly url: string
  /** A session in which well-behaved people are. */
  readonly guests: { readonly sessionId: string; readonly recorded: readonly Recorded[] }
  /** A session of the intruders' own. */
  readonly own: {
    readonly sessionId: string
    readonly screenKey: string
    readonly code: string
    readonly workshopId: string
  }
  readonly intruders: readonly Intruder[]
}

/** A command that somebody sent. */
export interface Recorded {
  readonly commandId: string
  readonly command: unknown
}

/** Signs a device in, as a program does. */
export async function signIn(url: string): Promise<Intruder> {
  const client = await connect({ url })
  const { deviceId, secret } = client.device
  const response = await fetch(`${url}/trpc/auth.device`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [wireVersionName]: String(wireVersion) },
    body: JSON.stringify({ deviceId, secret, delivery: 'bearer' }),
  })
  const { result } = (await response.json()) as { result: { data: { token: string } } }
  return { client, token: result.data.token }
}
