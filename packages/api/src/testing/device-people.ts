import { randomUUID } from 'node:crypto'
import type { Ports } from '../context.ts'
import { refusal } from '../refusal.ts'

type IdentityPorts = Pick<
  Ports,
  | 'installation'
  | 'limits'
  | 'signIns'
  | 'accounts'
  | 'people'
  | 'post'
  | 'mails'
  | 'jobs'
  | 'housekeeping'
  | 'ops'
  | 'files'
  | 'fileWork'
>

const tokenMs = 600_000

/** Nobody has more than a device here. */
const none = (): Promise<never> => Promise.reject(refusal('not_allowed'))

/**
 * Identity in memory, for small servers in tests: everybody is known by a device, and a token is the id of a user. `newUser`
 * gives the id of somebody who comes for the first time; `known` may be shared by several servers.
 */
export function devicePeople(
  newUser: () => string = randomUUID,
  known: Map<string, { secret: string; userId: string }> = new Map(),
): IdentityPorts {
  const me = (userId: string) => ({ userId, name: null, avatar: null, language: null, isRegistered: false })
  const may = { mayHost: true, isAdmin: false }
  return {
    installation: { hosting: 'everybody', checksEmail: false, sendsMail: false, provider: null },
    limits: { take: async () => {}, check: async () => {} },
    signIns: {
      device: async ({ deviceId, secret }) => {
        const device = known.get(deviceId) ?? { secret, userId: newUser() }
        known.set(deviceId, device)
        if (device.secret !== secret) throw refusal('not_allowed')
        return { userId: device.userId, token: device.userId, expiresAt: Date.now() + tokenMs }
      },
      email: none,
      provider: none,
      renew: async ({ id }) => ({ userId: id, token: id, expiresAt: Date.now() + tokenMs }),
      arrived: async ({ id }) => ({ me: { ...me(id), ...may }, renewed: null }),
      signOut: async () => {},
    },
    accounts: {
      profile: none,
      update: none,
      register: none,
      confirmEmail: none,
      forgotPassword: none,
      resetPassword: none,
      changePassword: none,
      changeEmail: none,
      devices: none,
      signOutDevice: none,
      export: none,
      remove: none,
      acceptInvitation: none,
      becomeAdmin: none,
      standing: async () => may,
    },
    people: { list: none, setRole: none, remove: none, invite: none, invitations: none },
    post: { send: async () => {} },
    mails: {
      take: async () => null,
      sent: async () => {},
      failed: async () => {},
      list: async () => [],
      remove: async () => false,
    },
    ops: { overview: none, workerLives: async () => {} },
    jobs: { queues: none, deadLetters: none, retry: none, discard: none },
    housekeeping: none,
    files: {
      limits: () => ({ maxBytes: 0, accept: [], personQuota: 0, sessionQuota: 0, days: 90 }),
      links: none,
      mine: async () => [],
      ofSession: none,
      whose: async () => null,
      remove: none,
      keep: none,
      expire: none,
      archive: none,
      media: async () => [],
      removeMedia: none,
    },
    fileWork: { take: none, scanned: none, derived: none, refused: none, expire: none, reconcile: none },
  }
}
