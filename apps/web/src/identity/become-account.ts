import { rememberLanguage } from '../i18n/i18n.ts'
import { languageOf } from '../i18n/language.ts'
import type { LiveClient } from '../live/live-client.ts'
import { type Device, takeTurnsWith } from './device.ts'

/** The server has signed this browser in with an account; `leaveFor`: the device that does so in place of the one that stays behind. */
export async function becomeAccount(
  live: Pick<LiveClient, 'trpc' | 'home' | 'commands' | 'windows'>,
  leaveFor: Device | null,
): Promise<void> {
  if (leaveFor !== null) {
    // Nothing of the former person is sent in the name of the next one.
    await live.commands.forget().catch(() => undefined)
    takeTurnsWith(live.home, leaveFor)
  }
  // The account speaks its language here, too. A sign-in does not fail for that.
  const language = languageOf((await live.trpc.auth.me.query().catch(() => null))?.language)
  if (language !== undefined) rememberLanguage(language)
  live.windows.tellChanged()
}
