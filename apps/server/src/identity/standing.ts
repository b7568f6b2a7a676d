import type { Hosting, Me } from '@humuus/api'
import type { AccountRecord, IdentityStore } from '@humuus/db'

/** Has more than a device: an address, or another provider that knows them. */
export async function isRegistered(account: AccountRecord, identities: IdentityStore): Promise<boolean> {
  return account.email !== null || (await identities.list(account.id)).length > 0
}

/** Whether somebody may create workshops and sessions, where these may (`WHO_MAY_HOST`). */
export function mayHost(hosting: Hosting, { role }: AccountRecord, registered: boolean): boolean {
  if (role !== 'member') return true
  return hosting === 'everybody' || (hosting === 'registered' && registered)
}

export function meOf(account: AccountRecord, registered: boolean, hosting: Hosting): Me {
  return {
    userId: account.id,
    name: account.name,
    avatar: account.avatar,
    language: account.language,
    isRegistered: registered,
    mayHost: mayHost(hosting, account, registered),
    isAdmin: account.role === 'admin',
  }
}
