import type { Rejection, RejectionCode } from '@humuus/workshop-engine'
import { TRPCError } from '@trpc/server'

/** A refusal outside of commands: thrown, and found again by the client as `error.data.rejection`. */
export class Refusal extends Error {
  readonly rejection: Rejection
  constructor(rejection: Rejection) {
    super(rejection.code)
    this.rejection = rejection
  }
}

const status = {
  signed_out: 'UNAUTHORIZED',
  not_allowed: 'FORBIDDEN',
  kicked: 'FORBIDDEN',
  not_joined: 'FORBIDDEN',
  unknown_code: 'NOT_FOUND',
  unknown_session: 'NOT_FOUND',
  unknown_workshop: 'NOT_FOUND',
  slow_down: 'TOO_MANY_REQUESTS',
  too_large: 'PAYLOAD_TOO_LARGE',
  unavailable: 'SERVICE_UNAVAILABLE',
  storage_full: 'SERVICE_UNAVAILABLE',
  taken_over: 'CONFLICT',
  outdated_client: 'PRECONDITION_FAILED',
} as const satisfies Partial<Record<RejectionCode, TRPCError['code']>>

/** The error to throw for a rejection. */
export function refusal(code: RejectionCode, params?: Rejection['params']): TRPCError {
  const cause = new Refusal(params === undefined ? { code } : { code, params })
  const http: Partial<Record<RejectionCode, TRPCError['code']>> = status
  return new TRPCError({ code: http[code] ?? 'BAD_REQUEST', message: code, cause })
}
