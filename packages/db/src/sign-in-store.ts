import { randomUUID } from 'node:crypto'
import type { Database } from './database.ts'
import { gathered } from './gathered.ts'

export type SignInMethod = 'device' | 'email' | 'oidc'

export interface NewSignIn {
  readonly userId: string
  readonly deviceId: string
  readonly method: SignInMethod
  /** Epoch ms. */
  readonly now: number
  readonly expiresAt: number
}

/** Which token of a sign-in is meant: its tokens are numbered from 1. */
export interface TokenNumber {
  readonly signInId: string
  readonly generation: number
}

/** `reused`: an older token came back although a newer one has arrived, so one of the two was stolen; the sign-in is over. */
export type Renewal =
  | { readonly ok: true; readonly generation: number; readonly expiresAt: number }
  | { readonly ok: false; readonly reason: 'over' | 'reused' }

/** What became of a sign-in: with `endedAt` none of its tokens is worth anything; else those older than the newest that arrived. */
export interface SignInChange {
  readonly id: string
  readonly isOver: boolean
  readonly arrived: number
  /** When its newest token expires; later nobody has to remember it. Epoch ms. */
  readonly expiresAt: number
}

/** Which sign-ins end: of one device, of everybody but one, or all of a user. */
export type EndScope =
  | { readonly userId: string; readonly deviceId: string }
  | { readonly userId: string; readonly exceptSignInId: string | null }

export interface SignInStore {
  begin(signIn: NewSignIn): Promise<{ signInId: string }>
  /** The next token of a sign-in. Asked twice, by two tabs or because the answer was lost, it is the same one. */
  renew(token: TokenNumber, at: { now: number; expiresAt: number }): Promise<Renewal>
  /** The holder of this token was here: older ones are worth nothing from now on. */
  arrive(token: TokenNumber, now: number): Promise<void>
  end(signInId: string, now: number): Promise<void>
  endAll(scope: EndScope, now: number): Promise<void>
  /** What became worthless at or after a moment of the database's clock (`null`: all that still matters), and its time now. */
  changedSince(moment: Date | null): Promise<{ changes: SignInChange[]; asOf: Date }>
}

/** Several tabs renew at once: for so long the token before is answered like the first. */
const graceMs = 60_000

export function signInStore({ prisma }: Database): SignInStore {
  /** One statement for all who come while another one is under way. */
  const write = gathered(
    (signIns: readonly (NewSignIn & { id: string })[]) => prisma.$executeRaw`/* prepared: sign_ins */
      WITH begun AS (
        SELECT *, timestamp 'epoch' + now * interval '1 millisecond' AS at FROM unnest(
          ${signIns.map(({ id }) => id)}::uuid[],
          ${signIns.map(({ userId }) => userId)}::uuid[],
          ${signIns.map(({ deviceId }) => deviceId)}::uuid[],
          ${signIns.map(({ method }) => method)}::text[],
          ${signIns.map(({ now }) => now)}::float8[],
          ${signIns.map(({ expiresAt }) => expiresAt)}::float8[]
        ) AS begun (id, user_id, device_id, method, now, expires)
      )
      INSERT INTO sign_ins (id, user_id, device_id, method, created_at, last_seen_at, expires_at)
      SELECT id, user_id, device_id, method, at, at, timestamp 'epoch' + expires * interval '1 millisecond' FROM begun`,
  )

  const begin = async ({ userId, deviceId, method, now, expiresAt }: NewSignIn) => {
    const id = randomUUID()
    await write({ id, userId, deviceId, method, now, expiresAt })
    return { signInId: id }
  }

  const end = async (id: string, now: number) => {
    await prisma.$executeRaw`
      UPDATE sign_ins SET ended_at = ${new Date(now)}, revoked_at = timezone('UTC', clock_timestamp())
      WHERE id = ${id}::uuid AND ended_at IS NULL`
  }

  const renew: SignInStore['renew'] = async ({ signInId, generation }, { now, expiresAt }) => {
    const renewed = await prisma.$queryRaw<{ generation: number }[]>`
      UPDATE sign_ins SET generation = generation + 1, expires_at = ${new Date(expiresAt)},
        last_seen_at = ${new Date(now)}, revoked_at = timezone('UTC', clock_timestamp())
      WHERE id = ${signInId}::uuid AND generation = ${generation} AND ended_at IS NULL RETURNING generation`
    if (renewed[0]) return { ok: true, generation: renewed[0].generation, expiresAt }
    const [row] = await prisma.$queryRaw<
      { generation: number; arrived: number; isOver: boolean; isFresh: boolean; expiresAt: number }[]
    >`SELECT generation, arrived, ended_at IS NOT NULL AS "isOver",
        revoked_at > timezone('UTC', clock_timestamp()) - ${graceMs}::float8 * interval '1 millisecond' AS "isFresh",
        (extract(epoch FROM expires_at) * 1000)::float8 AS "expiresAt"
      FROM sign_ins WHERE id = ${signInId}::uuid`
    if (row === undefined || row.isOver || row.generation < generation) return { ok: false, reason: 'over' }
    const isTwin = row.generation === generation + 1 && (row.arrived <= generation || row.isFresh)
    if (isTwin) return { ok: true, generation: row.generation, expiresAt: row.expiresAt }
    await end(signInId, now)
    return { ok: false, reason: 'reused' }
  }

  const endAll = async (scope: EndScope, now: number) => {
    const device = 'deviceId' in scope ? scope.deviceId : null
    const except = 'exceptSignInId' in scope ? scope.exceptSignInId : null
    await prisma.$executeRaw`
      UPDATE sign_ins SET ended_at = ${new Date(now)}, revoked_at = timezone('UTC', clock_timestamp())
      WHERE user_id = ${scope.userId}::uuid AND ended_at IS NULL
        AND (${device}::uuid IS NULL OR device_id = ${device}::uuid)
        AND (${except}::uuid IS NULL OR id <> ${except}::uuid)`
  }

  /** One statement for all who come while another one is under way; of a sign-in that comes twice, the newer token counts. */
  const arrive = gathered(
    (arrivals: readonly (TokenNumber & { now: number })[]) => prisma.$executeRaw`/* prepared: arrivals */
      WITH arrival AS (
        SELECT id, max(generation) AS generation, timestamp 'epoch' + max(now) * interval '1 millisecond' AS at
        FROM unnest(
          ${arrivals.map(({ signInId }) => signInId)}::uuid[],
          ${arrivals.map(({ generation }) => generation)}::int[],
          ${arrivals.map(({ now }) => now)}::float8[]
        ) AS arrival (id, generation, now) GROUP BY id
      )
      UPDATE sign_ins SET arrived = arrival.generation, last_seen_at = at,
        revoked_at = CASE WHEN arrival.generation > 1 THEN timezone('UTC', clock_timestamp()) END
      FROM arrival WHERE sign_ins.id = arrival.id AND arrived < arrival.generation AND ended_at IS NULL`,
  )

  return {
    begin,
    renew,
    end,
    endAll,
    arrive: (token, now) => arrive({ ...token, now }),
    changedSince: async (moment) => {
      const [time] = await prisma.$queryRaw<{ asOf: Date }[]>`SELECT timezone('UTC', clock_timestamp()) AS "asOf"`
      const rows = await prisma.$queryRaw<{ id: string; isOver: boolean; arrived: number; expiresAt: number }[]>`
        SELECT id, ended_at IS NOT NULL AS "isOver", arrived, (extract(epoch FROM expires_at) * 1000)::float8 AS "expiresAt"
        FROM sign_ins
        WHERE revoked_at >= ${moment ?? new Date(0)} AND expires_at > timezone('UTC', clock_timestamp())`
      return { changes: rows, asOf: time?.asOf ?? new Date(0) }
    },
  }
}
