import { createHash, createHmac, createSecretKey, hash } from 'node:crypto'
import type { TokenTrouble, User } from '@humuus/api'
import { type CryptoKey, errors, jwtVerify } from 'jose'
import { z } from 'zod'

const audience = 'humuus'
const algorithm = 'HS256'

/** Clocks of several servers may differ by so much; what is dated further ahead was not made by one of them. */
const aheadSeconds = 60

/** Tokens that were checked lately; their signatures need no second look. More than phones on one server, so that all may return. */
const rememberedTokens = 30_000

const Claims = z.object({
  sub: z.uuid(),
  device: z.uuid(),
  session: z.uuid(),
  number: z.int().positive(),
  former: z.array(z.uuid()).max(100).default([]),
  iat: z.number(),
  exp: z.number(),
})

export type Verified =
  | { readonly ok: true; readonly user: User }
  | { readonly ok: false; readonly trouble: TokenTrouble }

export interface TokenKeys {
  /** Signed with the first key. */
  issue(user: User): Promise<string>
  /** Whether any of the keys signed it, and it is good now. Whether it was revoked is another question. */
  verify(token: string): Promise<Verified>
}

/**
 * JWTs (HS256): user (`sub`), device, sign-in (`session`) and the number of the token in it, former ids, expiry. Of several
 * secrets the first one signs and all are believed, so that keys change without signing anybody out. `now` is epoch ms.
 */
export function tokenKeys(secrets: readonly [string, ...string[]], now: () => number): TokenKeys {
  const keys = new Map(secrets.map((secret) => [keyId(secret), keyFrom(secret)]))
  const sign = signer(secrets[0])
  /** By their fingerprints, so that neither they nor their length are kept. */
  const known = new Map<string, User>()

  function remember(fingerprint: string, user: User): void {
    known.set(fingerprint, user)
    if (known.size <= rememberedTokens) return
    const [oldest] = known.keys()
    known.delete(oldest ?? '')
  }

  async function checked(token: string, fingerprint: string): Promise<Verified> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => keyOf(keys, kid), {
        algorithms: [algorithm],
        audience,
        currentDate: new Date(now()),
      })
      const claims = Claims.parse(payload)
      if (claims.iat > now() / 1_000 + aheadSeconds) return { ok: false, trouble: 'not_yet' }
      const user = userOf(claims)
      remember(fingerprint, user)
      return { ok: true, user }
    } catch (error) {
      return { ok: false, trouble: troubleOf(error) }
    }
  }

  return {
    issue: async (user) => {
      const formerIds = user.formerIds.slice(0, 100)
      const expires = Math.floor(user.expiresAt / 1_000)
      const token = sign({
        device: user.deviceId,
        session: user.signInId,
        number: user.generation,
        ...(formerIds.length > 0 && { former: formerIds }),
        sub: user.id,
        aud: audience,
        iat: Math.floor(now() / 1_000),
        exp: expires,
      })
      // It comes back in a moment, with the connection.
      remember(fingerprintOf(token), { ...user, formerIds, expiresAt: expires * 1_000 })
      return token
    },
    verify: async (token) => {
      const fingerprint = fingerprintOf(token)
      const user = known.get(fingerprint)
      if (user === undefined) return checked(token, fingerprint)
      if (user.expiresAt > now()) return { ok: true, user }
      known.delete(fingerprint)
      return { ok: false, trouble: 'expired' }
    },
  }
}

/** Signs here and now, which takes microseconds: WebCrypto goes to another thread and back. */
function signer(secret: string): (claims: z.input<typeof Claims> & { readonly aud: string }) => string {
  const key = createSecretKey(secret, 'utf8')
  const header = part({ alg: algorithm, kid: keyId(secret) })
  return (claims) => {
    const text = `${header}.${part(claims)}`
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
  }
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const fingerprintOf = (token: string): string => hash('sha256', token, 'base64')

/** Names a key without telling anything about it. */
const keyId = (secret: string): string => createHash('sha256').update(`kid ${secret}`).digest('base64url').slice(0, 8)

/** Imported once: jose would do so with every token. */
const keyFrom = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])

async function keyOf(keys: ReadonlyMap<string, Promise<CryptoKey>>, kid: string | undefined): Promise<CryptoKey> {
  const key = keys.get(kid ?? '')
  if (key === undefined) throw new errors.JWSSignatureVerificationFailed()
  return key
}

const userOf = (claims: z.output<typeof Claims>): User => ({
  id: claims.sub,
  deviceId: claims.device,
  signInId: claims.session,
  generation: claims.number,
  formerIds: claims.former,
  expiresAt: claims.exp * 1_000,
})

function troubleOf(error: unknown): TokenTrouble {
  if (error instanceof errors.JWTExpired) return 'expired'
  return error instanceof errors.JWSInvalid || error instanceof z.ZodError ? 'malformed' : 'forged'
}
