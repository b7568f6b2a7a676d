import { initTRPC, type TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import type { ApiRejection } from './account-rejection.ts'
import type { Context } from './context.ts'
import { guard } from './guard.ts'
import { Refusal, refusal } from './refusal.ts'
import { wireVersion } from './wire.ts'

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    // The message of an unforeseen error may say things that are nobody's business.
    message: rejectionOf(error).code,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      rejection: rejectionOf(error),
    },
  }),
  sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 25_000 } },
})

function rejectionOf(error: TRPCError): ApiRejection {
  if (error.cause instanceof Refusal) return error.cause.rejection
  if (error.cause instanceof ZodError || error.code === 'PARSE_ERROR' || error.code === 'BAD_REQUEST')
    return { code: 'malformed' }
  if (error.code === 'PAYLOAD_TOO_LARGE') return { code: 'too_large' }
  if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED') return { code: 'malformed' }
  return { code: 'server_error' }
}

/** Clients of another protocol version are told to reload instead of being misunderstood. */
const current = t.procedure.use(({ ctx, next }) => {
  if (ctx.wireVersion !== null && ctx.wireVersion !== wireVersion) throw refusal('outdated_client')
  return next()
})

/** The one place where it is decided who may call what: by the table of rights, for every procedure. */
const guarded = current.use(async ({ ctx, path, getRawInput, next }) => {
  await guard(ctx, path, getRawInput)
  return next()
})

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** For those whose rights include people without an account: `ctx.user` may be null. */
export const openProcedure = guarded

/** For all others: `ctx.user` is whoever asks. */
export const personProcedure = guarded.use(({ ctx, next }) => {
  if (ctx.user === null) throw refusal('signed_out')
  return next({ ctx: { user: ctx.user } })
})

/** The worker alone, which speaks the version it was built with. */
export const workerProcedure = t.procedure.use(async ({ ctx, path, getRawInput, next }) => {
  await guard(ctx, path, getRawInput)
  return next()
})
