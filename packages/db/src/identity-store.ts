import type { Database } from './database.ts'
import { gatheredLists } from './gathered.ts'
import { isUniqueViolation } from './unique-violation.ts'

/** Somebody as another provider knows them: its address, and their number there. */
export interface ProviderIdentity {
  readonly issuer: string
  readonly subject: string
}

export interface IdentityStore {
  find(identity: ProviderIdentity): Promise<{ userId: string } | null>
  /** False if it belongs to somebody already. */
  add(identity: ProviderIdentity, userId: string): Promise<boolean>
  list(userId: string): Promise<ProviderIdentity[]>
}

export function identityStore({ prisma }: Database): IdentityStore {
  const table = prisma.identity
  const list = gatheredLists(async (userIds) => {
    const rows = await prisma.$queryRaw<(ProviderIdentity & { userId: string })[]>`/* prepared: identities */
      SELECT issuer, subject, user_id AS "userId" FROM identities WHERE user_id = ANY(${userIds}::uuid[])`
    return rows.map(({ userId, ...identity }) => [userId, identity] as const)
  })
  return {
    find: (identity) => table.findUnique({ where: { issuer_subject: identity }, select: { userId: true } }),
    add: async (identity, userId) => {
      try {
        await table.create({ data: { ...identity, userId } })
        return true
      } catch (error) {
        if (isUniqueViolation(error)) return false
        throw error
      }
    },
    list: (userId) => list(userId.toLowerCase()),
  }
}
