import { Browser } from './browser.ts'
import { clientId, clientSecret, type KnownPerson, type TestProvider, testProvider } from './open-id-provider.ts'
import { openWorld, type World } from './world.ts'

/** The whole server, and a real provider with which people sign in there. */
export interface ProviderWorld extends AsyncDisposable {
  readonly world: World
  readonly provider: TestProvider
  browser(): Browser
  /** Where somebody ends up who signs in with this browser; `null`: they say no at the provider. */
  signIn(browser: Browser, person: KnownPerson | null, to?: string): Promise<URL>
  /** The address at which they would come back. */
  halfway(browser: Browser, person: KnownPerson): Promise<URL>
}

export const startPath = '/auth/oidc/start'
export const callbackPath = '/auth/oidc/callback'

export async function providerWorld(): Promise<ProviderWorld> {
  const provider = await testProvider()
  const world = await openWorld({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME: 'Our school',
  })
  provider.serve(`${world.server.url}${callbackPath}`)
  return {
    world,
    provider,
    browser: () => new Browser(world.server.url),
    signIn: async (browser, person, to) => {
      provider.next = person
      browser.forget(provider.issuer)
      return browser.go(to === undefined ? startPath : `${startPath}?to=${encodeURIComponent(to)}`)
    },
    halfway: async (browser, person) => {
      provider.next = person
      browser.forget(provider.issuer)
      return browser.go(startPath, { before: callbackPath })
    },
    [Symbol.asyncDispose]: async () => {
      await world[Symbol.asyncDispose]()
      await provider[Symbol.asyncDispose]()
    },
  }
}
