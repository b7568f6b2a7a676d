import type { Installation, Limits, Post } from '@humuus/api'
import type { AccountStore, DeviceStore, IdentityStore, OneTimeKeyStore, SignInStore } from '@humuus/db'
import type { Issuer } from './issuer.ts'
import type { Links } from './links.ts'
import type { JudgePassword } from './password-strength.ts'
import type { Passwords } from './passwords.ts'

/** What signing in and accounts are made of. */
export interface IdentityNeeds {
  readonly accounts: AccountStore
  readonly devices: DeviceStore
  readonly signIns: SignInStore
  readonly identities: IdentityStore
  readonly keys: OneTimeKeyStore
  readonly issuer: Issuer
  readonly passwords: Passwords
  readonly judge: JudgePassword
  readonly limits: Limits
  readonly post: Post
  readonly links: Links
  readonly installation: Installation
  /** Sign-ins ended: others hear of it at once, and this server knows when it resolves. */
  readonly revoked: () => Promise<void>
  readonly now: () => number
}
