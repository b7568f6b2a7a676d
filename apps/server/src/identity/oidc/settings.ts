import type { Env } from '../../env.ts'

/** The provider that facilitators may sign in with. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people call it. */
  readonly name: string
  readonly scopes: string
}

/** `null` where none is configured: `readEnv` takes all of it or nothing. */
export function oidcSettings(env: Env): OidcSettings | null {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME,
    OIDC_SCOPES,
  } = env
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null
  return { issuer, clientId, clientSecret, name: OIDC_NAME ?? new URL(issuer).host, scopes: OIDC_SCOPES }
}
