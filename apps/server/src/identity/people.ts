import { type People, refusal } from '@humuus/api'
import { z } from 'zod'
import { emailAddress } from './email-address.ts'
import type { IdentityNeeds } from './needs.ts'

const weekMs = 7 * 86_400_000

/** At most so many are listed; a search finds the others. */
const mostListed = 100

const Invited = z.object({ email: z.string(), role: z.enum(['member', 'host', 'admin']) })

/** What admins do with people. */
export function peoplePort(needs: IdentityNeeds, removeById: (userId: string) => Promise<void>): People {
  const { accounts, keys, links, post, now } = needs
  return {
    list: async (search) => {
      const found = await accounts.search(search.trim(), mostListed)
      return found.map(({ id, name, email, role, createdAt }) => ({ userId: id, name, email, role, createdAt }))
    },

    setRole: async (userId, role) => {
      const account = await accounts.get(userId)
      if (account === null || account.removedAt !== null) throw refusal('account_gone')
      const isLast = account.role === 'admin' && role !== 'admin' && (await accounts.countAdmins()) === 1
      if (isLast) throw refusal('last_admin')
      await accounts.setRole(userId, role)
      // Nobody comes back through a link that they made for themselves.
      if (role !== 'admin') await keys.discard(userId, 'invitation')
    },

    remove: removeById,

    invite: async (by, { email: typed, role, language }) => {
      const email = emailAddress(typed)
      const inviter = await accounts.get(by.id)
      const key = await keys.make({
        purpose: 'invitation',
        userId: by.id,
        details: { email, role },
        now: now(),
        lifeMs: weekMs,
      })
      const link = links.invitation(key)
      await post.send({ to: email, language, kind: 'invitation', link, by: inviter?.name ?? inviter?.email ?? '' })
      return { link }
    },

    invitations: async () => {
      const open = await keys.open('invitation', now())
      return open.map(({ details, createdAt, expiresAt }) => ({ ...Invited.parse(details), createdAt, expiresAt }))
    },
  }
}
