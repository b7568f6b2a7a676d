import type { Rejection } from '@humuus/workshop-engine'
import { initTRPC, type TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import type { Context } from './context.ts'
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

function rejectionOf(error: TRPCError): Rejection {
  if (error.cause instanceof Refusal) return error.cause.rejection
  if (error.cause instanceof ZodError || error.code === 'PARSE_ERROR' || error.code === 'BAD_REQUEST')
    return { code: 'malformed' }
  if (error.code === 'PAYLOAD_TOO_LARGE') return { code: 'too_large' }
  if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED') return { code: 'malformed' }
  return { code: 'server_error' }
}

/** Clients of another protocol version are told to reload instead of being misunderstood. */
const anyone = t.procedure.use(({ ctx, next }) => {
  if (ctx.wireVersion !== null && ctx.wireVersion !== wireVersion) throw refusal('outdated_client')
  return next()
})

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** Everybody, signed in or not. */
export const visitorProcedure = anyone

/** Whoever has an account, which may be that of a device. */
export const userProcedure = anyone.use(({ ctx, next }) => {
  if (ctx.user === null) throw refusal('signed_out')
  return next({ ctx: { user: ctx.user } })
})

/** The worker alone. */
export const workerProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.isWorker) throw refusal('not_allowed')
  return next()
})
