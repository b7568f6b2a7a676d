import { createHash, randomUUID } from 'node:crypto'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Browser } from '../../testing/browser.ts'
import {
  clientId,
  clientSecret,
  otherClientId,
  type TestProvider,
  testProvider,
} from '../../testing/open-id-provider.ts'
import { callbackPath, providerWorld, startPath } from '../../testing/provider-world.ts'

const here = await providerWorld()
const { world, provider } = here
afterAll(() => here[Symbol.asyncDispose]())
afterEach(() => {
  provider.swap = null
  provider.serve(`${world.server.url}${callbackPath}`)
})

const somebody = () => ({ sub: randomUUID(), name: 'Ann', email: 'ann@example.org', email_verified: true })
const trouble = (page: URL) => (page.pathname === '/sign-in' ? page.searchParams.get('trouble') : null)

const verifier = 'v'.repeat(43)
const challenge = createHash('sha256').update(verifier).digest('base64url')

/** A real ID token, as it would be for this sign-in but for what is changed. */
async function tokenBut(
  callback: URL,
  browser: Browser,
  change: { at?: TestProvider; client?: string; nonce?: string },
) {
  const { at = provider, client = clientId } = change
  const ours = browser.seen.find(({ url }) => url.pathname === '/auth')?.url.searchParams
  const redirect_uri = callback.origin + callbackPath
  at.next ??= somebody()
  const asked = new URLSearchParams({
    client_id: client,
    response_type: 'code',
    redirect_uri,
    scope: 'openid',
    nonce: change.nonce ?? ours?.get('nonce') ?? '',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
  const back = await here.browser().go(`${at.issuer}/auth?${asked}`, { before: callbackPath })
  const code = back.searchParams.get('code') ?? ''
  const body = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri, code_verifier: verifier })
  const authorization = `Basic ${btoa(`${client}:${clientSecret}`)}`
  const answer = await fetch(`${at.issuer}/token`, { method: 'POST', body, headers: { authorization } })
  return ((await answer.json()) as { id_token: string }).id_token
}

describe('somebody signs in through a provider', () => {
  test('which the page can name', async () => {
    expect(await here.browser().call('installation.get')).toMatchObject({ provider: 'Our school' })
  })

  test('and is led where they wanted to go, as somebody with an account and a name', async () => {
    const browser = here.browser()
    const page = await here.signIn(browser, somebody(), '/w/1?tab=plan#step')
    expect(page.href).toBe(`${world.server.url}/w/1?tab=plan#step`)
    expect(await browser.me()).toMatchObject({ name: 'Ann', isRegistered: true })
  })

  test('to the library where they did not say', async () => {
    expect((await here.signIn(here.browser(), somebody())).pathname).toBe('/library')
  })

  test('with state, nonce and PKCE, and cookies that scripts cannot read', async () => {
    const browser = here.browser()
    await here.signIn(browser, somebody())
    const asked = browser.seen.find(({ url }) => url.pathname === '/auth')?.url.searchParams
    expect(asked?.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked?.get(name)).toMatch(/^[\w-]{43}$/)
    const cookies = browser.seen.filter(({ url }) => url.origin === world.server.url).flatMap((one) => one.setCookies)
    expect(cookies.map((line) => line.split('=')[0])).toEqual(['humuus_attempt', 'humuus_token'])
    for (const line of cookies) expect(line).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax$/)
    expect(cookies[0]).toContain('Max-Age=600')
  })

  test('again, and is the same person: in another browser, too', async () => {
    const [person, first, second] = [somebody(), here.browser(), here.browser()]
    await here.signIn(first, person)
    await here.signIn(second, person)
    await here.signIn(second, person)
    expect(await second.me()).toEqual({ ...(await first.me()), expiresAt: expect.any(Number), now: expect.any(Number) })
  })

  test('in two windows of one browser at once', async () => {
    const [person, browser] = [somebody(), here.browser()]
    const first = await here.halfway(browser, person)
    const second = await here.halfway(browser, person)
    expect((await browser.go(first.href)).pathname).toBe('/library')
    expect((await browser.go(second.href)).pathname).toBe('/library')
  })

  test('and can sign out', async () => {
    const browser = here.browser()
    await here.signIn(browser, somebody())
    await browser.call('auth.signOut', {})
    expect(await browser.me()).toBeNull()
  })
})

describe('nobody is signed in', () => {
  test('by a callback that came before', async () => {
    const browser = here.browser()
    const callback = await here.halfway(browser, somebody())
    expect((await browser.go(callback.href)).pathname).toBe('/library')
    expect(trouble(await browser.go(callback.href))).toBe('key_worthless')
  })

  test('twice by the same callback that comes twice at once', async () => {
    const browser = here.browser()
    const callback = await here.halfway(browser, somebody())
    const pages = await Promise.all([browser.go(callback.href), browser.go(callback.href)])
    expect(pages.map((page) => trouble(page)).sort()).toEqual(['key_worthless', null].sort())
  })

  test.each(['x', 'x'.repeat(43), '', null])('with the wrong state %j', async (state) => {
    const browser = here.browser()
    const callback = await here.halfway(browser, somebody())
    if (state === null) callback.searchParams.delete('state')
    else callback.searchParams.set('state', state)
    expect(trouble(await browser.go(callback.href))).toBe('key_worthless')
    expect(await browser.me()).toBeNull()
  })

  test('in another browser than it began in; in the right one it still works', async () => {
    const [browser, foreign, bare] = [here.browser(), here.browser(), here.browser()]
    const callback = await here.halfway(browser, somebody())
    await here.halfway(foreign, somebody())
    expect(trouble(await foreign.go(callback.href))).toBe('key_worthless')
    expect(trouble(await bare.go(callback.href))).toBe('key_worthless')
    expect(await foreign.me()).toBeNull()
    expect((await browser.go(callback.href)).pathname).toBe('/library')
  })

  test('after ten minutes', async () => {
    const browser = here.browser()
    const callback = await here.halfway(browser, somebody())
    const { oneTimeKey } = world.database.db.prisma
    const { expiresAt, createdAt } = await oneTimeKey.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(600_000)
    await oneTimeKey.updateMany({ where: { purpose: 'oidc' }, data: { expiresAt: new Date() } })
    expect(trouble(await browser.go(callback.href))).toBe('key_worthless')
  })

  test('who says no at the provider', async () => {
    expect(trouble(await here.signIn(here.browser(), null))).toBe('provider_refused')
  })

  test('with a code that the provider did not give', async () => {
    const browser = here.browser()
    const callback = await here.halfway(browser, somebody())
    callback.searchParams.set('code', 'x'.repeat(43))
    expect(trouble(await browser.go(callback.href))).toBe('provider_refused')
  })

  test('by an answer of another provider', async () => {
    const browser = here.browser()
    const callback = await here.halfway(browser, somebody())
    callback.searchParams.set('iss', 'http://127.0.0.1:1')
    expect(trouble(await browser.go(callback.href))).toBe('provider_refused')
  })

  test.each([
    ['for another program', { client: otherClientId }, false],
    ['of another sign-in, whose nonce is another', { nonce: 'another' }, false],
    ['(and somebody is, by one for this program and this sign-in)', {}, true],
  ])('by a token %s', async (_, change, isGood) => {
    const browser = here.browser()
    const callback = await here.halfway(browser, somebody())
    const token = await tokenBut(callback, browser, change)
    provider.swap = () => token
    expect(trouble(await browser.go(callback.href))).toBe(isGood ? null : 'provider_refused')
    expect((await browser.me()) !== null).toBe(isGood)
  })

  test('by a token of another provider, though it has the same keys', async () => {
    await using other = await testProvider()
    other.serve(`${world.server.url}${callbackPath}`)
    const browser = here.browser()
    const callback = await here.halfway(browser, somebody())
    const token = await tokenBut(callback, browser, { at: other })
    provider.swap = () => token
    expect(trouble(await browser.go(callback.href))).toBe('provider_refused')
  })

  test('by a token whose claims somebody changed', async () => {
    provider.swap = (token) => {
      const [head, body = '', signature] = token.split('.')
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
      return [head, Buffer.from(JSON.stringify({ ...claims, sub: 'ann' })).toString('base64url'), signature].join('.')
    }
    expect(trouble(await here.signIn(here.browser(), somebody()))).toBe('provider_refused')
  })

  test('while the provider stumbles', async () => {
    const browser = here.browser()
    const callback = await here.halfway(browser, somebody())
    provider.stumble()
    expect(trouble(await browser.go(callback.href))).toBe('provider_off')
  })

  test('at the wish of another site’s page', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect(trouble(await here.browser().go(startPath, { headers }))).toBe('not_allowed')
  })

  test.each(['//evil.example', '/\\evil.example', '/.//evil.example', 'https://evil.example', '/\t/evil.example', ''])(
    'who would be led to %j afterwards',
    async (to) => {
      expect(trouble(await here.signIn(here.browser(), somebody(), to))).toBe('not_allowed')
    },
  )

  test('who says twice where to', async () => {
    expect(trouble(await here.browser().go(`${startPath}?to=/a&to=/b`))).toBe('not_allowed')
  })
})
