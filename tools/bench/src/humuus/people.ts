import { createHash, createHmac, randomUUID } from 'node:crypto'
import type pg from 'pg'

/** Somebody with a device who has signed in. */
export interface Person {
  readonly userId: string
  readonly token: string
}

const dayMs = 86_400_000
const rowsAtOnce = 5_000

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** As the server names its keys and signs its tokens: see `identity/tokens.ts` there. */
function tokenOf(ids: { userId: string; deviceId: string; signInId: string }, secret: string): string {
  const kid = createHash('sha256').update(`kid ${secret}`).digest('base64url').slice(0, 8)
  const now = Math.floor(Date.now() / 1_000)
  const claims = { sub: ids.userId, device: ids.deviceId, session: ids.signInId, number: 1, aud: 'humuus' }
  const body = `${base64url({ alg: 'HS256', kid })}.${base64url({ ...claims, iat: now, exp: now + 86_400 })}`
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`
}

/** Signs many in at once: the rows that a sign-in with a device makes, written together, and its token. */
export async function signIn(client: pg.Client, count: number, secret: string): Promise<Person[]> {
  const people: Person[] = []
  while (people.length < count) {
    const some = Array.from({ length: Math.min(rowsAtOnce, count - people.length) }, () => ({
      userId: randomUUID(),
      deviceId: randomUUID(),
      signInId: randomUUID(),
    }))
    const users = some.map(({ userId }) => userId)
    const devices = some.map(({ deviceId }) => deviceId)
    await client.query('INSERT INTO users (id) SELECT unnest($1::uuid[])', [users])
    await client.query(
      `INSERT INTO devices (id, user_id, secret_hash) SELECT d, u, '\\x00' FROM unnest($1::uuid[], $2::uuid[]) AS row (d, u)`,
      [devices, users],
    )
    await client.query(
      `INSERT INTO sign_ins (id, user_id, device_id, method, expires_at)
       SELECT s, u, d, 'device', $4 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS row (s, u, d)`,
      [some.map(({ signInId }) => signInId), users, devices, new Date(Date.now() + dayMs)],
    )
    people.push(...some.map((ids) => ({ userId: ids.userId, token: tokenOf(ids, secret) })))
  }
  return people
}
