import type { LiveClient } from '../live/live-client.ts'
import { type Device, ownDevice, takeTurnsWith } from './device.ts'

export interface Entry {
  readonly email: string
  readonly password: string
}

/** What is to become of what this device did so far as somebody without an address; `null`: not asked yet. */
export type Choice = { readonly takeAlong: true } | { readonly leaveFor: Device } | null

export type Outcome =
  | { readonly status: 'signed_in' }
  | { readonly status: 'ask'; readonly workshops: number; readonly sessions: number }

type Needs = Pick<LiveClient, 'trpc' | 'identity' | 'home' | 'commands' | 'windows'>

/**
 * Signs in with an address. After `signed_in` the browser is somebody else: the page has to be loaded anew. Rejects as the call
 * does; then nothing has changed.
 */
export async function signInByEmail(live: Needs, { email, password }: Entry, choice: Choice): Promise<Outcome> {
  const leaveFor = choice !== null && 'leaveFor' in choice ? choice.leaveFor : null
  const device = leaveFor ?? (await ownDevice(live.home)).device
  const result = await live.trpc.auth.email.mutate({
    email,
    password,
    device,
    takeAlong: choice !== null && 'takeAlong' in choice ? true : null,
    delivery: live.identity.delivery(),
  })
  if (result.status === 'ask') return result
  if (leaveFor !== null) {
    // Nothing of the former person is sent in the name of the next one.
    await live.commands.forget().catch(() => undefined)
    takeTurnsWith(live.home, leaveFor)
  }
  live.windows.tellChanged()
  return { status: 'signed_in' }
}
