import type { LiveClient } from '../live/live-client.ts'
import { ownDevice, replaceDevice } from './device.ts'

type Needs = Pick<LiveClient, 'trpc' | 'home' | 'commands' | 'windows'>

/**
 * Ends the sign-in on the server and gives this browser back to whoever it was before, or to somebody new. The page has to be
 * loaded anew then. Rejects when the server could not be told; then nothing has changed.
 */
export async function signOut(live: Needs): Promise<void> {
  const { device } = await ownDevice(live.home)
  await live.trpc.auth.signOut.mutate()
  await leaveDevice(live, device)
}

/** The same for a device that the server forgot already, as with a deleted account. */
export async function leave(live: Needs): Promise<void> {
  await leaveDevice(live, (await ownDevice(live.home)).device)
}

async function leaveDevice(live: Needs, device: Parameters<typeof replaceDevice>[1]): Promise<void> {
  // Nothing of the former person is sent in the name of the next one.
  await live.commands.forget().catch(() => undefined)
  await replaceDevice(live.home, device)
  live.windows.tellChanged()
}
