import type { Rejection, RejectionCode } from '@humuus/workshop-engine'
import { TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import type { AccountRejectionCode, ApiRejection } from './account-rejection.ts'
import type { FileRejectionCode } from './file-rejection.ts'

type Code = RejectionCode | AccountRejectionCode | FileRejectionCode

/** A refusal outside of commands: thrown, and found again by the client as `error.data.rejection`. */
export class Refusal extends Error {
  readonly rejection: ApiRejection
  constructor(rejection: ApiRejection) {
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
  too_many_tries: 'TOO_MANY_REQUESTS',
  two_identities: 'UNAUTHORIZED',
  wrong_password: 'UNAUTHORIZED',
  account_gone: 'UNAUTHORIZED',
  may_not_host: 'FORBIDDEN',
  email_taken: 'CONFLICT',
  unknown_mail: 'NOT_FOUND',
  file_gone: 'NOT_FOUND',
  file_too_large: 'PAYLOAD_TOO_LARGE',
  file_in_use: 'CONFLICT',
} as const satisfies Partial<Record<Code, TRPCError['code']>>

/** Why this was refused; `null` for any other error. */
export const rejectionIn = (error: unknown): ApiRejection | null =>
  error instanceof TRPCError && error.cause instanceof Refusal ? error.cause.rejection : null

/** What a client is told of an error: its own reason, or no more than that something went wrong. */
export function rejectionFor(error: TRPCError): ApiRejection {
  if (error.cause instanceof Refusal) return error.cause.rejection
  if (error.cause instanceof ZodError || error.code === 'PARSE_ERROR' || error.code === 'BAD_REQUEST')
    return { code: 'malformed' }
  if (error.code === 'PAYLOAD_TOO_LARGE') return { code: 'too_large' }
  if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED') return { code: 'malformed' }
  return { code: 'server_error' }
}

/** The error to throw for a rejection. */
export function refusal(code: Code, params?: Rejection['params']): TRPCError {
  const cause = new Refusal({ code, ...(params !== undefined && { params }) } as ApiRejection)
  const http: Partial<Record<Code, TRPCError['code']>> = status
  return new TRPCError({ code: http[code] ?? 'BAD_REQUEST', message: code, cause })
}
