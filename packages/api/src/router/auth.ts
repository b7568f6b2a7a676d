import { z } from 'zod'
import { refusal } from '../refusal.ts'
import { router, visitorProcedure } from '../trpc.ts'

const DeviceSignIn = z.strictObject({
  deviceId: z.uuid(),
  /** 32 random bytes as base64url, made and kept by the client; the server stores only their SHA-256. */
  secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** `cookie`: httpOnly, for browsers; `bearer`: in the answer, for programs. */
  delivery: z.enum(['cookie', 'bearer']).default('cookie'),
})

/** Who is asking. */
export const authRouter = router({
  device: visitorProcedure.input(DeviceSignIn).mutation(async ({ ctx, input }) => {
    const { deviceId, secret, delivery } = input
    const secretHash = await sha256(secret)
    const account = await ctx.devices.signIn({ deviceId, secretHash, now: ctx.now() })
    if (account === null) throw refusal('not_allowed')
    const { token, expiresAt } = await ctx.tokens.issue({ id: account.userId, deviceId })
    if (delivery === 'bearer') return { userId: account.userId, expiresAt, token }
    ctx.cookie.set(token, expiresAt)
    return { userId: account.userId, expiresAt, token: null }
  }),

  me: visitorProcedure.query(({ ctx }) => (ctx.user ? { userId: ctx.user.id } : null)),

  signOut: visitorProcedure.mutation(({ ctx }) => {
    ctx.cookie.clear()
    return { signedOut: true }
  }),
})

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}
