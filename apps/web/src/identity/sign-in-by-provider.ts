import type { LiveClient } from '../live/live-client.ts'
import { becomeAccount } from './become-account.ts'
import { ownDevice } from './device.ts'
import type { Choice } from './sign-in-by-email.ts'

type Needs = Pick<LiveClient, 'trpc' | 'identity' | 'home' | 'commands' | 'windows'>

/** Ends a sign-in through a provider that had to ask. Afterwards the page has to be loaded anew; rejects as the call does. */
export async function signInByProvider(live: Needs, key: string, choice: NonNullable<Choice>): Promise<void> {
  const leaveFor = 'leaveFor' in choice ? choice.leaveFor : null
  const device = leaveFor ?? (await ownDevice(live.home)).device
  await live.identity.whenReady()
  const delivery = live.identity.delivery()
  await live.trpc.auth.provider.mutate({ key, takeAlong: leaveFor === null, device, delivery })
  await becomeAccount(live, leaveFor)
}
