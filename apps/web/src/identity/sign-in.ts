import type { Device } from './device.ts'

/** The token of a browser in which cookies do not stick; `null` where the httpOnly cookie does the work. Memory only. */
export interface Credentials {
  bearer: string | null
}

/** The calls that signing in needs. */
export interface AuthCalls {
  device(input: Device & { delivery: 'cookie' | 'bearer' }): Promise<{ userId: string; token: string | null }>
  me(): Promise<{ userId: string } | null>
}

/**
 * Signs this device in: with a cookie where it sticks, else (embedded pages, blocked cookies) with a bearer token in
 * `credentials`. Resolves to the user's id; rejects as the calls do.
 */
export async function signIn(auth: AuthCalls, device: Device, credentials: Credentials): Promise<string> {
  credentials.bearer = null
  const { userId } = await auth.device({ ...device, delivery: 'cookie' })
  const me = await auth.me()
  if (me?.userId === userId) return userId
  const signedIn = await auth.device({ ...device, delivery: 'bearer' })
  credentials.bearer = signedIn.token
  return signedIn.userId
}
