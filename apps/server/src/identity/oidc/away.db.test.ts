import { afterAll, expect, test } from 'vitest'
import { Browser } from '../../testing/browser.ts'
import { callbackPath, providerWorld, startPath } from '../../testing/provider-world.ts'
import { openWorld } from '../../testing/world.ts'

const here = await providerWorld()
const { provider, world } = here
afterAll(() => here[Symbol.asyncDispose]())

const page = async (browser = here.browser()) => {
  const { pathname, search } = await browser.go(startPath)
  return pathname + search
}

test('a server starts while its provider is away, says so, and finds it once it is there', async () => {
  provider.stumble()
  expect(await page()).toBe('/sign-in?trouble=provider_off')
  expect(await page()).toBe('/sign-in?trouble=provider_off')
  provider.serve(`${world.server.url}${callbackPath}`)
  expect((await here.signIn(here.browser(), { sub: 'ann' })).pathname).toBe('/library')
})

test('a server whose provider nobody answers for says so', async () => {
  const away = { OIDC_ISSUER: 'http://127.0.0.1:1', OIDC_CLIENT_ID: 'humuus', OIDC_CLIENT_SECRET: 'secret' }
  await using alone = await openWorld(away)
  expect(await page(new Browser(alone.server.url))).toBe('/sign-in?trouble=provider_off')
  expect(await new Browser(alone.server.url).call('installation.get')).toMatchObject({ provider: '127.0.0.1:1' })
})

test('a server without a provider has none to name, and says so', async () => {
  await using alone = await openWorld()
  expect(await page(new Browser(alone.server.url))).toBe('/sign-in?trouble=provider_off')
  expect(await new Browser(alone.server.url).call('installation.get')).toMatchObject({ provider: null })
})

test('who comes back with one wrong key after the other has to wait', async () => {
  const browser = here.browser()
  const pages: string[] = []
  for (let tries = 0; tries < 32; tries++)
    pages.push((await browser.go(`${callbackPath}?code=x&state=${tries}`)).search)
  expect(pages[0]).toBe('?trouble=key_worthless')
  expect(pages.at(-1)).toBe('?trouble=too_many_tries&minutes=10')
})
