import type { Rejection } from '@humuus/workshop-engine'
import type { FileRejection } from './file-rejection.ts'

/** Every reason for which a wish about accounts is refused. The web app has words for each, on the pages that need them. */
export const accountRejectionCodes = [
  // address and password
  'email_invalid',
  'email_taken',
  'wrong_password',
  'password_short',
  'password_long',
  'password_weak',
  // links that work once
  'key_worthless',
  // who may what on this installation
  'may_not_host',
  'last_admin',
  'account_gone',
  'has_email',
  // mail and other providers
  'unknown_mail',
  'provider_off',
  'provider_refused',
] as const

export type AccountRejectionCode = (typeof accountRejectionCodes)[number]

export interface AccountRejection {
  readonly code: AccountRejectionCode
  readonly params?: Rejection['params']
}

/** Why a request is refused: about a session, about an account or a file, or at the edge. */
export type ApiRejection = Rejection | AccountRejection | FileRejection
