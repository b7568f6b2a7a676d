import type { LiveClient } from '../live/live-client.ts'
import { type Device, takeTurnsWith } from './device.ts'

/** The server has signed this browser in with an account; `leaveFor`: the device that does so in place of the one that stays behind. */
export async function becomeAccount(
  live: Pick<LiveClient, 'home' | 'commands' | 'windows'>,
  leaveFor: Device | null,
): Promise<void> {
  if (leaveFor !== null) {
    // Nothing of the former person is sent in the name of the next one.
    await live.commands.forget().catch(() => undefined)
    takeTurnsWith(live.home, leaveFor)
  }
  live.windows.tellChanged()
}
