import { randomUUID } from 'node:crypto'
import { newDevice } from '@humuus/client'
import { accountStore, identityStore } from '@humuus/db'
import { afterAll, describe, expect, test } from 'vitest'
import type { Browser } from '../../testing/browser.ts'
import type { KnownPerson } from '../../testing/open-id-provider.ts'
import { providerWorld } from '../../testing/provider-world.ts'
import { file } from '../../testing/world.ts'

const here = await providerWorld()
const { world, provider } = here
afterAll(() => here[Symbol.asyncDispose]())

const accounts = accountStore(world.database.db)
const identities = identityStore(world.database.db)

const somebody = (change: Partial<KnownPerson> = {}): KnownPerson => {
  const sub = randomUUID()
  return { sub, name: 'Ann', email: `${sub}@example.org`, email_verified: true, ...change }
}
const trouble = (page: URL) => (page.pathname === '/sign-in' ? page.searchParams.get('trouble') : null)

async function userOf(browser: Browser): Promise<string> {
  const me = await browser.me()
  if (me === null) throw new Error('nobody is signed in')
  return me.userId
}

const makeWorkshop = (browser: Browser) => browser.call('workshops.create', { file })
const ownWorkshops = async (browser: Browser) => {
  const userId = await userOf(browser)
  const rows = await world.database.db.prisma.workshop.findMany({ where: { ownerId: userId } })
  return rows.length
}

/** Somebody with an account and nothing else, and a browser that did things as a device alone. */
async function twoHistories() {
  const person = somebody()
  const [elsewhere, browser] = [here.browser(), here.browser()]
  await here.signIn(elsewhere, person)
  const account = await userOf(elsewhere)
  const device = await browser.signIn()
  await makeWorkshop(browser)
  return { person, account, elsewhere, browser, device }
}

/** An account with this address. */
async function accountWith(email: string, isConfirmed: boolean): Promise<string> {
  const { userId } = await here.browser().signIn()
  await accounts.setEmail(userId, email, isConfirmed ? Date.now() : null)
  return userId
}

describe('who comes from a provider for the first time', () => {
  test('keeps what the browser did before: its account becomes the registered one', async () => {
    const browser = here.browser()
    const device = await browser.signIn()
    await makeWorkshop(browser)
    await here.signIn(browser, somebody())
    expect(await browser.me()).toMatchObject({ userId: device.userId, isRegistered: true, name: 'Ann' })
    expect(await ownWorkshops(browser)).toBe(1)
    expect((await browser.signIn(device)).userId).toBe(device.userId)
  })

  test('in two browsers at once is one person', async () => {
    const [person, first, second] = [somebody(), here.browser(), here.browser()]
    const callbacks = [await here.halfway(first, person), await here.halfway(second, person)]
    await Promise.all([first, second].map((browser, index) => browser.go(callbacks[index]?.href ?? '')))
    expect(await userOf(first)).toBe(await userOf(second))
  })

  test('keeps the name they have', async () => {
    const browser = here.browser()
    await browser.signIn()
    await browser.call('account.update', { name: 'Annabel' })
    await here.signIn(browser, somebody())
    expect(await browser.me()).toMatchObject({ name: 'Annabel' })
  })

  test.each(['a\u0000b', 'K\u0456m', ' ', 'x'.repeat(900)])('has no name rather than %j', async (name) => {
    const browser = here.browser()
    await here.signIn(browser, somebody({ name }))
    expect(await browser.me()).toMatchObject({ name: null, isRegistered: true })
  })

  test('has a device that signing out ends', async () => {
    const browser = here.browser()
    await here.signIn(browser, somebody())
    expect(await browser.call('account.devices')).toMatchObject([{ isThisOne: true }])
    expect(await browser.call('account.get')).toMatchObject({
      email: null,
      hasPassword: false,
      providers: [provider.issuer],
    })
  })

  test('is told what is kept about that', async () => {
    const [browser, person] = [here.browser(), somebody()]
    await here.signIn(browser, person)
    const kept = await browser.call('account.export', {})
    expect(kept).toMatchObject({ providers: [{ issuer: provider.issuer, subject: person.sub }] })
    expect(JSON.stringify(kept)).not.toContain(person.email)
  })

  test('and has signed in as somebody else with more than a device, signs out first', async () => {
    const browser = here.browser()
    await here.signIn(browser, somebody())
    const before = await userOf(browser)
    const stranger = somebody()
    expect(trouble(await here.signIn(browser, stranger))).toBe('has_email')
    expect(await userOf(browser)).toBe(before)
    expect(await identities.find({ issuer: provider.issuer, subject: stranger.sub })).toBeNull()
  })
})

describe('an account with the address that the provider names', () => {
  test('is theirs if both have verified it', async () => {
    const browser = here.browser()
    const person = somebody()
    const account = await accountWith(person.email ?? '', true)
    await here.signIn(browser, { ...person, email: person.email?.toUpperCase() ?? '' })
    expect(await userOf(browser)).toBe(account)
    // From now on the address does not matter.
    const later = here.browser()
    await here.signIn(later, { ...person, email: 'new@example.org' })
    expect(await userOf(later)).toBe(account)
  })

  test.each([
    ['the provider has not verified it', true, { email_verified: false }],
    ['the provider does not say whether it has', true, { email_verified: undefined }],
    ['nobody has confirmed it here', false, {}],
  ])('is somebody else’s if %s', async (_, isConfirmed, change) => {
    const { email_verified: said, ...rest } = { ...somebody(), ...change }
    const person = { ...rest, ...(said !== undefined && { email_verified: said }) }
    const account = await accountWith(person.email ?? '', isConfirmed)
    const browser = here.browser()
    await here.signIn(browser, person)
    expect(await userOf(browser)).not.toBe(account)
    expect(await identities.list(account)).toEqual([])
  })

  test('is no more if it was removed', async () => {
    const browser = here.browser()
    const person = somebody()
    const account = await accountWith(person.email ?? '', true)
    await accounts.remove(account, Date.now())
    await here.signIn(browser, person)
    expect(await userOf(browser)).not.toBe(account)
  })

  test('and no address at all make somebody new', async () => {
    const { sub } = somebody()
    const browser = here.browser()
    await here.signIn(browser, { sub })
    expect(await browser.me()).toMatchObject({ isRegistered: true, name: null })
  })
})

describe('a browser with a history of its own', () => {
  test('is not asked where there is nothing', async () => {
    const { person, account } = await twoHistories()
    const browser = here.browser()
    const device = await browser.signIn()
    expect((await here.signIn(browser, person)).pathname).toBe('/library')
    expect(await userOf(browser)).toBe(account)
    expect((await browser.signIn(device)).userId).toBe(account)
  })

  test('is asked, and nobody is signed in before there is an answer', async () => {
    const { person, browser, device } = await twoHistories()
    const page = await here.signIn(browser, person, '/w/1')
    expect(page.pathname + page.search).toBe('/sign-in?ask=take-along&workshops=1&sessions=0&to=%2Fw%2F1')
    expect(page.hash).toMatch(/^#[\w-]{43}$/)
    expect(await userOf(browser)).toBe(device.userId)
  })

  test('takes it along', async () => {
    const { person, account, browser, device } = await twoHistories()
    const key = (await here.signIn(browser, person)).hash.slice(1)
    const { userId: before, ...own } = device
    const answer = { key, takeAlong: true, device: own, delivery: 'cookie' }
    expect(await browser.call('auth.provider', answer)).toMatchObject({
      status: 'signed_in',
      userId: account,
      token: null,
    })
    expect(await userOf(browser)).toBe(account)
    expect(await ownWorkshops(browser)).toBe(1)
    expect(await accounts.formerIds(account)).toEqual([before])
    await expect(browser.call('auth.provider', answer)).rejects.toThrow('key_worthless')
  })

  test('or leaves it behind, with a new device', async () => {
    const { person, account, browser, device } = await twoHistories()
    const key = (await here.signIn(browser, person)).hash.slice(1)
    const { userId: before, ...own } = device
    const answer = { key, takeAlong: false, delivery: 'cookie' }
    await expect(browser.call('auth.provider', { ...answer, device: own })).rejects.toThrow('not_allowed')
    await browser.call('auth.provider', { ...answer, device: newDevice() })
    expect(await userOf(browser)).toBe(account)
    expect(await ownWorkshops(browser)).toBe(0)
    expect((await here.browser().signIn(own)).userId).toBe(before)
  })

  test('answers for itself alone: nobody gives their history to whoever sent them a key', async () => {
    const { person, browser, device } = await twoHistories()
    const key = (await here.signIn(browser, person)).hash.slice(1)
    const victim = here.browser()
    const { userId, ...own } = await victim.signIn()
    await makeWorkshop(victim)
    const answer = { key, takeAlong: true, device: own, delivery: 'cookie' }
    await expect(victim.call('auth.provider', answer)).rejects.toThrow('key_worthless')
    expect(await userOf(victim)).toBe(userId)
    await expect(here.browser().call('auth.provider', answer)).rejects.toThrow('signed_out')
    // Nor with somebody else's device.
    await expect(browser.call('auth.provider', answer)).rejects.toThrow('not_allowed')
    const { userId: _, ...theirs } = device
    await browser.call('auth.provider', { ...answer, device: theirs })
  })

  test('has ten minutes to answer', async () => {
    const { person, browser } = await twoHistories()
    const key = (await here.signIn(browser, person)).hash.slice(1)
    const { oneTimeKey } = world.database.db.prisma
    await oneTimeKey.updateMany({ where: { purpose: 'oidc_ask' }, data: { expiresAt: new Date() } })
    const answer = { key, takeAlong: false, device: newDevice(), delivery: 'cookie' }
    await expect(browser.call('auth.provider', answer)).rejects.toThrow('key_worthless')
  })
})
