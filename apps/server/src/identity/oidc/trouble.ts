import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'

/** What is wrong with a provider, for the person and (`reason`, `said`: words of the standards, never somebody's) for the log. */
export interface ProviderTrouble {
  readonly code: 'provider_off' | 'provider_refused'
  readonly reason: string
  readonly said: string | null
}

/** What a provider says when it is not the person's fault (RFC 6749, 4.1.2.1). */
const itsOwnFault: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable'])

/** No answer in time, or none that a provider would give: something stands in front of it. */
const noAnswer: ReadonlySet<string | undefined> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])

export function providerTrouble(error: unknown): ProviderTrouble {
  if (error instanceof AuthorizationResponseError) {
    const code = itsOwnFault.has(error.error) ? 'provider_off' : 'provider_refused'
    return { code, reason: error.code, said: standardWord(error.error) }
  }
  if (error instanceof ResponseBodyError) {
    const code = error.status >= 500 ? 'provider_off' : 'provider_refused'
    return { code, reason: error.code, said: standardWord(error.error) }
  }
  if (error instanceof ClientError) {
    const isAway = noAnswer.has(error.code) || (error.cause instanceof Response && error.cause.status >= 500)
    return { code: isAway ? 'provider_off' : 'provider_refused', reason: error.code ?? 'unknown', said: null }
  }
  // What `fetch` throws when nobody is there.
  if (error instanceof TypeError) return { code: 'provider_off', reason: 'unreachable', said: null }
  return { code: 'provider_refused', reason: 'unknown', said: null }
}

/** Anybody can write anything into the address of an answer. */
const standardWord = (text: string): string | null => (/^[a-z_]{1,40}$/.test(text) ? text : null)
