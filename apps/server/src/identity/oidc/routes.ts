import type { IncomingMessage } from 'node:http'
import { type Limits, refusal, rejectionIn } from '@humuus/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { OwnPage } from '../../live/origin.ts'
import type { Authenticate } from '../authentication.ts'
import { cookieName } from '../cookie.ts'
import { deviceLabel } from '../device-label.ts'
import { tokenCookie } from '../token-cookie.ts'
import type { Attempts } from './attempts.ts'
import { browserMark, markBrowser } from './browser-mark.ts'
import { ownPath } from './own-path.ts'
import { askPage, troublePage } from './pages.ts'
import type { ProvidedPeople } from './provided-people.ts'
import type { OpenIdProvider } from './provider.ts'

const startPath = '/auth/oidc/start'
const callbackPath = '/auth/oidc/callback'

/** Where somebody goes who did not say. */
const usualPage = '/library'

const Start = z.object({ to: z.string().default(usualPage) })

/** Everything else in it is the library's to judge. */
const Callback = z.looseObject({ state: z.string().max(200) })

/** What signing in through a provider is made of. */
export interface OidcParts {
  readonly provider: OpenIdProvider
  readonly attempts: Attempts
  readonly people: ProvidedPeople
  readonly limits: Limits
  /** Where people find this installation. */
  readonly publicUrl: () => string
}

interface Around {
  readonly authenticate: Authenticate
  readonly addressOf: (request: IncomingMessage) => string
  readonly isOwnPage: OwnPage
}

/** The way of a browser to the provider (`null`: none is configured) and back. Whatever goes wrong leads to a page with words for it. */
export function oidcRoutes(app: FastifyInstance, oidc: OidcParts | null, around: Around): void {
  const { authenticate, addressOf, isOwnPage } = around

  const route = (
    path: string,
    next: (oidc: OidcParts, request: FastifyRequest, reply: FastifyReply) => Promise<string>,
  ) =>
    app.get(path, { exposeHeadRoute: false }, async (request, reply) => {
      try {
        if (oidc === null) throw refusal('provider_off')
        return reply.redirect(await next(oidc, request, reply))
      } catch (error) {
        const rejection = rejectionIn(error)
        if (rejection === null) request.log.error({ err: error, path }, 'sign-in through the provider failed')
        return reply.redirect(troublePage(rejection ?? { code: 'server_error' }))
      }
    })

  route(startPath, async ({ provider, attempts, publicUrl }, request, reply) => {
    const asked = Start.safeParse(request.query)
    const to = asked.success ? ownPath(asked.data.to) : null
    // Another site that begins a sign-in here decides for people who they are.
    if (to === null || !isOwnPage(request.headers)) throw refusal('not_allowed')
    const checks = await attempts.begin({ browser: markBrowser(request, reply), to }, addressOf(request.raw))
    return provider.address(new URL(callbackPath, publicUrl()).href, checks)
  })

  route(callbackPath, async ({ provider, attempts, people, limits, publicUrl }, request, reply) => {
    const address = addressOf(request.raw)
    const came = Callback.safeParse(request.query)
    const [state, browser] = [came.success ? came.data.state : '', browserMark(request) ?? '']
    const { checks, to } = await attempts.end({ state, browser }, address)
    const person = await provider.person(new URL(request.url, publicUrl()), checks).catch(async (error: unknown) => {
      if (rejectionIn(error)?.code === 'provider_refused') await limits.take('wrongKeysByAddress', address)
      throw error
    })
    const { user } = await authenticate({
      cookie: request.cookies[cookieName(request.protocol)],
      bearer: undefined,
      requestId: request.id,
    })
    const signedIn = await people.signIn(person, { user, label: deviceLabel(request.headers['user-agent']) })
    if (signedIn.status === 'ask') return askPage(signedIn, to)
    tokenCookie(request, reply).set(signedIn.token, signedIn.expiresAt)
    return to
  })
}
