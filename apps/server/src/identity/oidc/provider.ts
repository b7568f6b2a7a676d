import { refusal } from '@humuus/api'
import * as openid from 'openid-client'
import { z } from 'zod'
import type { OidcSettings } from './settings.ts'
import { type ProviderTrouble, providerTrouble } from './trouble.ts'

/** How long the provider may take for an answer (s). */
const patience = 10

/** What only the server knows of an attempt, and what comes back with it. */
export interface Checks {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Somebody, as the provider knows them. */
export interface ProvidedPerson {
  readonly issuer: string
  readonly subject: string
  /** Only one that the provider has verified. */
  readonly email: string | null
  readonly name: string | null
}

export interface OpenIdProvider {
  /** Where a browser goes so that the provider says who it is. Refuses (`provider_off`) while the provider is away. */
  address(redirectUri: string, checks: Checks): Promise<string>
  /** Who the provider says it is: `answer` is the address that the browser came back to. Refuses what cannot be believed. */
  person(answer: URL, checks: Checks): Promise<ProvidedPerson>
}

const Text = z.string().max(1_000).optional().catch(undefined)
const Said = z.object({ email: Text, email_verified: z.literal(true).optional().catch(undefined), name: Text })
/** As long as the standard allows it. */
const Subject = z.string().min(1).max(255)

/** The provider of these settings. It is asked what it can when it is first needed, and again until it answers. */
export function openIdProvider(settings: OidcSettings, onTrouble: (trouble: ProviderTrouble) => void): OpenIdProvider {
  let known: Promise<openid.Configuration> | null = null

  function refused(trouble: ProviderTrouble): never {
    onTrouble(trouble)
    throw refusal(trouble.code)
  }

  async function configuration(): Promise<openid.Configuration> {
    known ??= discovered(settings)
    const asked = known
    return asked.catch((error: unknown) => {
      if (known === asked) known = null
      return refused({ ...providerTrouble(error), code: 'provider_off' })
    })
  }

  return {
    address: async (redirectUri, { state, nonce, verifier }) => {
      const config = await configuration()
      return openid.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scopes,
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).href
    },
    person: async (answer, checks) => {
      const config = await configuration()
      try {
        return await introduced(config, answer, checks)
      } catch (error) {
        return refused(providerTrouble(error))
      }
    },
  }
}

function discovered({ issuer, clientId, clientSecret }: OidcSettings): Promise<openid.Configuration> {
  // The signature counts everywhere, not only where TLS does not vouch for who sends it.
  const plain = issuer.startsWith('http:') ? [openid.allowInsecureRequests] : []
  const execute = [...plain, openid.enableNonRepudiationChecks]
  return openid.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: patience })
}

async function introduced(config: openid.Configuration, answer: URL, checks: Checks): Promise<ProvidedPerson> {
  const tokens = await openid.authorizationCodeGrant(config, answer, {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined) throw new openid.ClientError('no ID token')
  const inToken = Said.parse(claims)
  const isComplete = inToken.email !== undefined && inToken.name !== undefined
  const isAsked = !isComplete && config.serverMetadata().userinfo_endpoint !== undefined
  const asked = isAsked ? Said.parse(await openid.fetchUserInfo(config, tokens.access_token, claims.sub)) : inToken
  // Whether an address is verified is said by whoever names the address.
  const { email, email_verified: isVerified } = inToken.email === undefined ? asked : inToken
  return {
    issuer: claims.iss,
    subject: Subject.parse(claims.sub),
    email: isVerified ? (email ?? null) : null,
    name: inToken.name ?? asked.name ?? null,
  }
}
