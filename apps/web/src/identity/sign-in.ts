import type { RouterOutputs } from '../live/outputs.ts'
import type { Device } from './device.ts'

/** The token of a browser in which cookies do not stick; `null` where the httpOnly cookie does the work. Memory only. */
export interface Credentials {
  bearer: string | null
}

/** Whom the server sees in this browser, and until when. Times are epoch ms by its clock. */
export type Me = NonNullable<RouterOutputs['auth']['me']>

export type Delivery = 'cookie' | 'bearer'

/** The calls that signing in needs. */
export interface AuthCalls {
  device(input: Device & { delivery: Delivery }): Promise<{ userId: string; token: string | null }>
  me(): Promise<Me | null>
}

/**
 * Signs this device in: with a cookie where it sticks, else (embedded pages, blocked cookies) with a bearer token in
 * `credentials`. Rejects as the calls do.
 */
export async function signIn(auth: AuthCalls, device: Device, credentials: Credentials): Promise<Me> {
  credentials.bearer = null
  const { userId } = await auth.device({ ...device, delivery: 'cookie' })
  const me = await auth.me()
  if (me?.userId === userId) return me
  const signedIn = await auth.device({ ...device, delivery: 'bearer' })
  credentials.bearer = signedIn.token
  const mine = await auth.me()
  if (mine === null) throw new Error('a token that was just made does not count')
  return mine
}
