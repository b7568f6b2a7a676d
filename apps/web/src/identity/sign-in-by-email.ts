import type { LiveClient } from '../live/live-client.ts'
import { rejectionOf } from '../live/rejection-of.ts'
import { becomeAccount } from './become-account.ts'
import { type Device, ownDevice, replaceDevice } from './device.ts'

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
export async function signInByEmail(live: Needs, entry: Entry, choice: Choice): Promise<Outcome> {
  const leaveFor = choice !== null && 'leaveFor' in choice ? choice.leaveFor : null
  const device = leaveFor ?? (await ownDevice(live.home)).device
  const takeAlong = choice !== null && 'takeAlong' in choice ? true : null
  const ask = (proof: Device) =>
    live.trpc.auth.email.mutate({ ...entry, device: proof, takeAlong, delivery: live.identity.delivery() })
  const result = await ask(device).catch(async (error: unknown) => {
    // This device was signed out for good: whoever has the password comes with a new one.
    if (rejectionOf(error)?.code !== 'not_allowed' || leaveFor !== null) throw error
    return ask((await replaceDevice(live.home, device)).device)
  })
  if (result.status === 'ask') return result
  await becomeAccount(live, leaveFor)
  return { status: 'signed_in' }
}
