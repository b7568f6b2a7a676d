import { createHash } from 'node:crypto'
import { refusal } from '@humuus/api'
import { randomNonce, randomPKCECodeVerifier } from 'openid-client'
import { z } from 'zod'
import type { IdentityNeeds } from '../needs.ts'
import type { Checks } from './provider.ts'

/** So long somebody may take at the provider (ms). */
export const attemptMs = 600_000

const purpose = 'oidc'

const Attempt = z.object({ browser: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() })

/** Sign-ins through a provider that have begun: each is ended once, in the browser in which it began. */
export interface Attempts {
  /** `browser`: what only this browser has; `to`: where it goes afterwards. */
  begin(attempt: { browser: string; to: string }, address: string): Promise<Checks>
  /** Refuses (`key_worthless`) what is too late, was there before, or began in another browser. */
  end(came: { state: string; browser: string }, address: string): Promise<{ checks: Checks; to: string }>
}

export function attempts({ keys, limits, now }: Pick<IdentityNeeds, 'keys' | 'limits' | 'now'>): Attempts {
  return {
    begin: async ({ browser, to }, address) => {
      // Whoever begins may become a new device, and takes as much room as one.
      await limits.take('newDevicesByAddress', address)
      // Most attempts leave something behind that is never used.
      await keys.forgetOld(now())
      const [nonce, verifier] = [randomNonce(), randomPKCECodeVerifier()]
      const details = { browser: hashOf(browser), nonce, verifier, to }
      const state = await keys.make({ purpose, userId: null, details, now: now(), lifeMs: attemptMs })
      return { state, nonce, verifier }
    },
    end: async ({ state, browser }, address) => {
      await limits.check('wrongKeysByAddress', address)
      const attempt = Attempt.safeParse((await keys.look(state, purpose, now()))?.details)
      // Somebody else's attempt is not used up.
      const isOurs = attempt.success && attempt.data.browser === hashOf(browser)
      if (isOurs && (await keys.use(state, purpose, now())) !== null) {
        const { nonce, verifier, to } = attempt.data
        return { checks: { state, nonce, verifier }, to }
      }
      await limits.take('wrongKeysByAddress', address)
      throw refusal('key_worthless')
    },
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')
