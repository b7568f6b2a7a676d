import type { Tokens, User } from '@humuus/api'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'

/** How long a token is valid. */
export const tokenDays = 30

const audience = 'humuus'
const Claims = z.object({ sub: z.uuid(), device: z.uuid() })

export interface TokenKeys extends Tokens {
  /** The user of a valid token; `null` for any other text. */
  verify(token: string): Promise<User | null>
}

/** JWTs (HS256) with user, device and expiry. `now` is epoch ms. */
export function tokenKeys(secret: string, now: () => number): TokenKeys {
  const key = new TextEncoder().encode(secret)
  return {
    issue: async ({ id, deviceId }) => {
      const expiresAt = now() + tokenDays * 86_400_000
      const token = await new SignJWT({ device: deviceId })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(id)
        .setAudience(audience)
        .setIssuedAt(Math.floor(now() / 1_000))
        .setExpirationTime(Math.floor(expiresAt / 1_000))
        .sign(key)
      return { token, expiresAt }
    },
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          audience,
          currentDate: new Date(now()),
        })
        const claims = Claims.parse(payload)
        return { id: claims.sub, deviceId: claims.device }
      } catch {
        return null
      }
    },
  }
}
