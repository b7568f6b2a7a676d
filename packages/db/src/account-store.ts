import type { Database } from './database.ts'
import { gatheredLists, gatheredReads } from './gathered.ts'
import type { User } from './generated/client.ts'
import { isUniqueViolation } from './unique-violation.ts'
import { isUuid } from './uuid.ts'

/** What somebody may do on this installation, beside what they may do in a session. */
export type InstallationRole = 'member' | 'host' | 'admin'

/** Somebody, as the installation knows them. Times in epoch ms. */
export interface AccountRecord {
  readonly id: string
  readonly name: string | null
  /** As it is compared; set once it may be used to sign in. */
  readonly email: string | null
  readonly emailConfirmedAt: number | null
  /** Argon2id, in its own notation. */
  readonly passwordHash: string | null
  readonly role: InstallationRole
  readonly avatar: string | null
  readonly language: string | null
  readonly createdAt: number
  readonly removedAt: number | null
}

export interface Profile {
  readonly name?: string | null
  readonly avatar?: string | null
  readonly language?: string | null
}

/** What somebody has done as a device account, before they are joined to another one. */
export interface AccountHistory {
  readonly workshops: number
  readonly sessions: number
}

export interface AccountStore {
  get(id: string): Promise<AccountRecord | null>
  byEmail(email: string): Promise<AccountRecord | null>
  /** Ids under which the person acted before those accounts were joined to this one. */
  formerIds(id: string): Promise<string[]>
  update(id: string, profile: Profile): Promise<void>
  setPassword(id: string, passwordHash: string): Promise<void>
  /** False if the address belongs to somebody else. `confirmedAt`: epoch ms, or null where nobody checks. */
  setEmail(id: string, email: string, confirmedAt: number | null): Promise<boolean>
  setRole(id: string, role: InstallationRole): Promise<void>
  history(id: string): Promise<AccountHistory>
  /**
   * Makes a device account part of another account: its workshops and devices go over, what it did in sessions is remembered
   * under its id. False if it has an address of its own, or is gone.
   */
  join(id: string, into: string): Promise<boolean>
  /** Forgets who somebody was: name, address, password, devices, workshops, identities and keys. The row stays, as a number. */
  remove(id: string, now: number): Promise<void>
  /** Accounts with an address, a provider or a role, found by name or address, for admins. */
  search(text: string, limit: number): Promise<AccountRecord[]>
  /** Who looks after this installation, the longest known first. */
  admins(): Promise<AccountRecord[]>
  countAdmins(): Promise<number>
}

type Row = Omit<User, 'mergedIntoId'>

export function accountStore({ prisma }: Database): AccountStore {
  const table = prisma.user

  // Every page asks as it opens who it is: in one question for all who ask at the same time.
  const find = gatheredReads(async (ids) => {
    const rows = await prisma.$queryRaw<Row[]>`/* prepared: people */
      SELECT id, display_name AS "displayName", email, email_confirmed_at AS "emailConfirmedAt", role, avatar, language,
        password_hash AS "passwordHash", created_at AS "createdAt", removed_at AS "removedAt"
      FROM users WHERE id = ANY(${ids}::uuid[])`
    return new Map(rows.map((row) => [row.id, row]))
  })
  const formerIds = gatheredLists(async (ids) => {
    const rows = await prisma.$queryRaw<{ id: string; into: string }[]>`/* prepared: former_ids */
      SELECT id, merged_into_id AS into FROM users WHERE merged_into_id = ANY(${ids}::uuid[]) ORDER BY created_at DESC`
    return rows.map(({ id, into }) => [into, id] as const)
  })

  const join = (id: string, into: string) =>
    prisma.$transaction(async (tx) => {
      if (id === into) return false
      const free = { id, email: null, mergedIntoId: null, removedAt: null }
      const { count } = await tx.user.updateMany({ where: free, data: { mergedIntoId: into } })
      if (count === 0) return false
      await tx.user.updateMany({ where: { mergedIntoId: id }, data: { mergedIntoId: into } })
      await tx.device.updateMany({ where: { userId: id }, data: { userId: into } })
      await tx.workshop.updateMany({ where: { ownerId: id }, data: { ownerId: into } })
      return true
    })

  const remove = (id: string, now: number) =>
    prisma.$transaction(async (tx) => {
      const mine = { OR: [{ id }, { mergedIntoId: id }] }
      const nobody = { displayName: null, email: null, emailConfirmedAt: null, passwordHash: null, avatar: null }
      await tx.user.updateMany({
        where: mine,
        data: { ...nobody, language: null, role: 'member', removedAt: new Date(now) },
      })
      await tx.identity.deleteMany({ where: { userId: id } })
      await tx.oneTimeKey.deleteMany({ where: { userId: id } })
      await tx.workshop.deleteMany({ where: { ownerId: id } })
      // The rows stay so that neither their ids nor their secrets become somebody new.
      await tx.device.updateMany({ where: { userId: id }, data: { label: null, revokedAt: new Date(now) } })
    })

  return {
    get: async (id) => {
      const row = isUuid(id) ? await find(id.toLowerCase()) : null
      return row && toRecord(row)
    },
    byEmail: async (email) => {
      const row = await table.findUnique({ where: { email } })
      return row && toRecord(row)
    },
    formerIds: (id) => formerIds(id.toLowerCase()),
    update: async (id, { name, avatar, language }) => {
      await table.updateMany({
        where: { id, removedAt: null },
        data: {
          ...(name !== undefined && { displayName: name }),
          ...(avatar !== undefined && { avatar }),
          ...(language !== undefined && { language }),
        },
      })
    },
    setPassword: async (id, passwordHash) => {
      await table.updateMany({ where: { id, removedAt: null }, data: { passwordHash } })
    },
    setEmail: async (id, email, confirmedAt) => {
      const data = { email, emailConfirmedAt: confirmedAt === null ? null : new Date(confirmedAt) }
      try {
        return (await table.updateMany({ where: { id, removedAt: null }, data })).count === 1
      } catch (error) {
        if (isUniqueViolation(error)) return false
        throw error
      }
    },
    setRole: async (id, role) => {
      await table.updateMany({ where: { id, removedAt: null }, data: { role } })
    },
    history: async (id) => {
      const workshops = await prisma.workshop.count({ where: { ownerId: id } })
      const [sessions] = await prisma.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (
          SELECT session_id FROM participant_actions WHERE user_id = ${id} AND action_type = 'joined'
          UNION SELECT id FROM workshop_sessions WHERE facilitator_id = ${id}) AS sessions`
      return { workshops, sessions: sessions?.count ?? 0 }
    },
    join,
    remove,
    search: async (text, limit) => {
      // Prisma hands the signs of LIKE on as they are.
      const contains = { contains: text.replaceAll(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const
      const rows = await table.findMany({
        where: {
          removedAt: null,
          AND: [
            { OR: [{ email: { not: null } }, { identities: { some: {} } }, { role: { not: 'member' } }] },
            ...(text === '' ? [] : [{ OR: [{ email: contains }, { displayName: contains }] }]),
          ],
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        take: limit,
      })
      return rows.map(toRecord)
    },
    admins: async () => {
      const rows = await table.findMany({ where: { role: 'admin', removedAt: null }, orderBy: { createdAt: 'asc' } })
      return rows.map(toRecord)
    },
    countAdmins: () => table.count({ where: { role: 'admin' } }),
  }
}

const toRecord = (row: Row): AccountRecord => ({
  id: row.id,
  name: row.displayName,
  email: row.email,
  emailConfirmedAt: row.emailConfirmedAt?.getTime() ?? null,
  passwordHash: row.passwordHash,
  role: row.role === 'admin' || row.role === 'host' ? row.role : 'member',
  avatar: row.avatar,
  language: row.language,
  createdAt: row.createdAt.getTime(),
  removedAt: row.removedAt?.getTime() ?? null,
})
