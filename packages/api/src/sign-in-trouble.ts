import type { ApiRejection } from './account-rejection.ts'

/** How a sign-in through a provider can fail: the page `/sign-in?trouble=…` has words for each. */
export const signInTroubles = [
  /** The provider is away, or there is none. */
  'provider_off',
  /** The provider said no, or something that cannot be believed. */
  'provider_refused',
  /** Too late, a second time, or in another browser than it began. */
  'key_worthless',
  /** With `minutes` beside it. */
  'too_many_tries',
  /** Wished for by another site's page, or leading to one. */
  'not_allowed',
  /** Somebody else, who has more than this device, is signed in here: they sign out first. */
  'has_email',
  'account_gone',
  'slow_down',
  'unavailable',
  'storage_full',
  'server_error',
] as const satisfies readonly ApiRejection['code'][]

export type SignInTrouble = (typeof signInTroubles)[number]
