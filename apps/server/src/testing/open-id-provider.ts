import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Somebody whom the provider knows, as its claims have it. */
export interface KnownPerson {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
}

export const clientId = 'humuus'
export const clientSecret = 'secret-of-a-client'
/** Another program that people sign in to with the same provider. */
export const otherClientId = 'elsewhere'

/** A real OpenID provider on a port of this machine. It asks for no password: whoever comes is who the test says. */
export interface TestProvider extends AsyncDisposable {
  readonly issuer: string
  /** Who comes next; `null`: they say no. */
  next: KnownPerson | null
  /** What stands in place of the ID tokens that it issues. */
  swap: ((idToken: string) => string) | null
  /** From now on it answers, and lets its clients come back to here. */
  serve(redirectUri: string): void
  /** From now on it answers that it is in trouble. */
  stumble(): void
}

const stumbling: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Be right back</h1>')
}

export async function testProvider(): Promise<TestProvider> {
  let answer: RequestListener = stumbling
  const server = createServer((request, response) => answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const self: TestProvider = {
    issuer,
    next: null,
    swap: null,
    serve: (redirectUri) => {
      answer = providerOf(self, redirectUri)
    },
    stumble: () => {
      answer = stumbling
    },
    [Symbol.asyncDispose]: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return self
}

function providerOf(test: TestProvider, redirectUri: string): RequestListener {
  const people = new Map<string, KnownPerson>()
  const client = { client_secret: clientSecret, redirect_uris: [redirectUri], grant_types: ['authorization_code'] }
  const provider: Provider = new Provider(test.issuer, {
    clients: [clientId, otherClientId].map((id) => ({ ...client, client_id: id })),
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    // Nobody is asked what the client may know.
    loadExistingGrant: async (context) => {
      const { client: asking, session, params } = context.oidc
      const grant = new provider.Grant({ clientId: asking?.clientId, accountId: session?.accountId })
      grant.addOIDCScope(String(params?.scope))
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    if (context.path.startsWith('/interaction/')) {
      const { next: person } = test
      if (person !== null) people.set(person.sub, person)
      const denied = { error: 'access_denied', error_description: 'They said no' }
      const result = person === null ? denied : { login: { accountId: person.sub, remember: false } }
      context.redirect(await provider.interactionResult(context.req, context.res, result))
      return
    }
    await next()
    const body = context.body as { id_token?: string } | null
    if (context.path !== '/token' || typeof body?.id_token !== 'string') return
    if (test.swap !== null) context.body = { ...body, id_token: test.swap(body.id_token) }
  })
  return provider.callback()
}
