import { initTRPC } from '@trpc/server'
import type { Context, User } from './context.ts'
import { guard } from './guard.ts'
import { refusal, rejectionFor } from './refusal.ts'
import { wireVersion } from './wire-version.ts'

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    // The message of an unforeseen error may say things that are nobody's business.
    message: rejectionFor(error).code,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      rejection: rejectionFor(error),
    },
  }),
  sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 25_000 } },
})

/** Every call is followed to its end. */
const followed = t.middleware(({ ctx, path, getRawInput, next }) =>
  ctx.follow({ path, input: getRawInput }, () => next()),
)

/** The same for those that say further which call it was: tRPC copies a whole context for that. */
const followedOn = t.middleware(({ ctx, path, getRawInput, next }) =>
  ctx.follow({ path, input: getRawInput }, (call) => next({ ctx: { call } })),
)

/** Clients of another protocol version are told to reload instead of being misunderstood. */
const current = t.middleware(({ ctx, next }) => {
  if (ctx.wireVersion !== null && ctx.wireVersion !== wireVersion) throw refusal('outdated_client')
  return next()
})

/** The one place where it is decided who may call what: by the table of rights, for every procedure. */
const guarded = t.middleware(async ({ ctx, path, getRawInput, next }) => {
  await guard(ctx, path, getRawInput)
  return next()
})

/** That it is somebody is said to the compiler alone. */
const somebody = t.middleware(({ ctx, next }) => {
  if (ctx.user === null) throw refusal('signed_out')
  return next<{ user: User }>({})
})

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** For those whose rights include people without an account: `ctx.user` may be null. */
export const openProcedure = t.procedure.use(followed).use(current).use(guarded)

/** For all others: `ctx.user` is whoever asks. */
export const personProcedure = openProcedure.use(somebody)

/** What somebody wants in a session, followed as far as the log: `ctx.call`. */
export const wishProcedure = t.procedure.use(followedOn).use(current).use(guarded).use(somebody)

/** The worker alone, which speaks the version it was built with. */
export const workerProcedure = t.procedure.use(followedOn).use(guarded)
