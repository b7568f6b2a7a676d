import { connect } from '@humuus/client'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { claimLink } from './claim-link.ts'
import { type Device, openDevice, sizes } from './people.ts'
import { dataFolder, npmStart, type System } from './system.ts'

const password = 'leaves and stones and rain'

let data: string
let system: System
let browser: Browser
let admin: Device

// An installation where hosting needs an account, addresses are confirmed, and no mail is sent.
beforeAll(async () => {
  data = await dataFolder()
  system = await npmStart(data, { WHO_MAY_HOST: 'registered', CONFIRM_EMAIL: 'yes' })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await system?.[Symbol.asyncDispose]()
})

async function tells({ page }: Device, words: string | RegExp, timeout = 15_000): Promise<void> {
  await page.getByText(words).first().waitFor({ timeout })
}

async function fillIn({ page }: Device, email: string): Promise<void> {
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password)
}

/** The link in the newest mail that the admin reads. */
async function linkInMail(subject: RegExp): Promise<string> {
  const { page } = admin
  await page.goto(`${system.url}/admin`)
  const mail = page
    .getByRole('listitem')
    .filter({ hasText: subject, has: page.getByRole('button', { name: /^(Read|Hide)$/ }) })
    .first()
  await mail.getByRole('button', { name: 'Read' }).click()
  const text = await mail.locator('pre').textContent()
  const path = /\/account\/\w+#\S+/.exec(text ?? '')?.[0]
  if (path === undefined) throw new Error(`no link in: ${text}`)
  return system.url + path
}

test('whoever runs the server makes themselves its admin, once, with a link that does nothing by itself', async () => {
  const link = await claimLink(system, data)
  admin = await openDevice(browser, 'console', `${system.url}/account`)
  await admin.page.getByLabel('Name', { exact: true }).fill('Root')
  await admin.page.getByRole('button', { name: 'Save', exact: true }).click()
  await tells(admin, 'Saved.')
  // A scanner that opens links uses nothing up.
  const scanner = await openDevice(browser, 'console', link)
  await tells(scanner, 'With this click you become its admin')
  expect(scanner.page.url()).toBe(`${system.url}/admin/claim`)
  await admin.page.goto(link)
  await admin.page.getByRole('button', { name: 'Become admin' }).click()
  await tells(admin, 'You look after this installation now.')
  await admin.page.getByRole('link', { name: 'Go on' }).click()
  await tells(admin, 'Whoever has an account may host workshops.')
  await tells(admin, 'No mail is sent')
  await scanner.page.getByRole('button', { name: 'Become admin' }).click()
  await tells(scanner, 'This link no longer works.')
  await scanner.page.goto(`${system.url}/admin`)
  await tells(scanner, 'This page is for those who look after the installation.')
  for (const device of [admin, scanner]) expect(device.complaints).toEqual([])
})

test('somebody who may not host learns why, makes an account, confirms it with the mail, and hosts', async () => {
  const email = 'ada@example.org'
  const host = await openDevice(browser, 'console', system.url)
  await host.page.getByRole('link', { name: 'Host a workshop' }).click()
  await tells(host, 'you need an account')
  await host.page
    .getByRole('button', { name: /^Host now/ })
    .first()
    .click()
  await host.page.getByRole('dialog').getByText('you need an account').waitFor()
  await host.picture('account-may-not-host')
  await host.page.getByRole('dialog').getByRole('link', { name: 'Create an account' }).click()
  await fillIn(host, email)
  await host.page.keyboard.press('Enter')
  await tells(host, 'This installation sends no mail')
  await host.page.goto(`${system.url}/account`)
  await tells(host, `A mail is on its way to ${email}`)

  const link = await linkInMail(/ada@example\.org/)
  await host.page.goto(link)
  await tells(host, 'With this click you say that the address is yours.')
  expect(host.page.url()).toBe(`${system.url}/account/confirm`)
  await host.page.getByRole('button', { name: 'This is my address' }).click()
  await tells(host, `${email} is confirmed.`)
  await host.page.getByRole('link', { name: 'Go on' }).click()
  await host.page
    .getByRole('button', { name: /^Host now/ })
    .first()
    .click()
  await host.page.getByRole('button', { name: 'Open the session' }).click()
  await host.page.waitForURL(/\/host\//)

  await host.page.goto(link)
  await host.page.getByRole('button', { name: 'This is my address' }).click()
  await tells(host, 'This link no longer works.')
  expect(host.complaints).toEqual([])
})

test('a forgotten password is replaced with a link, and the answer never tells who has an account', async () => {
  const phone = await openDevice(browser, 'phone', `${system.url}/sign-in`)
  for (const email of ['nobody@example.org', 'ada@example.org']) {
    await phone.page.goto(`${system.url}/sign-in`)
    await phone.page.getByRole('link', { name: 'Forgot your password?' }).click()
    await phone.page.getByLabel('Email address').fill(email)
    await phone.page.getByRole('button', { name: 'Send the mail' }).click()
    await tells(phone, 'If there is an account with this address, a mail is on its way.')
    await tells(phone, 'Ask whoever runs this installation')
  }
  await phone.page.goto(await linkInMail(/ada@example\.org/))
  await phone.page.getByLabel('New password').fill('too short')
  await phone.page.getByRole('button', { name: 'Set the password' }).click()
  await tells(phone, 'This password is too short.')
  await phone.page.getByLabel('New password').fill('rain and stones and leaves')
  await phone.page.getByRole('button', { name: 'Set the password' }).click()
  await tells(phone, 'Your password is set.')
  await phone.page.getByRole('link', { name: 'Sign in', exact: true }).last().click()
  await phone.page.getByLabel('Email address').fill('ada@example.org')
  await phone.page.getByRole('textbox', { name: 'Password', exact: true }).fill('rain and stones and leaves')
  await phone.page.keyboard.press('Enter')
  await phone.page.waitForURL(/\/library$/)
  expect(phone.complaints).toEqual([])
})

test('an admin invites, gives and takes, and removes', async () => {
  const { page } = admin
  await page.goto(`${system.url}/admin`)
  await page.getByLabel('Email address').fill('grace@example.org')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await tells(admin, 'Pass this link on to grace@example.org yourself:')
  const link = await page.locator('form pre').textContent()
  const guest = await openDevice(browser, 'phone', String(link).replace(/^https?:\/\/[^/]+/, system.url))
  await tells(guest, 'You are not signed in')
  await guest.page.getByRole('button', { name: 'Accept the invitation' }).click()
  await tells(guest, 'You may host workshops here.')

  await page.getByLabel('Search by name or address').fill('ada')
  const ada = page.getByRole('listitem').filter({ hasText: 'ada@example.org' }).filter({ hasText: 'here since' })
  await expect.poll(() => page.getByText('here since').count()).toBe(1)
  await ada.getByRole('button', { name: /^Change what/ }).click()
  await page.getByRole('menuitem', { name: 'Make an admin' }).click()
  await tells(admin, 'ada@example.org: Admin.')
  await ada.getByRole('button', { name: /^Change what/ }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await tells(admin, 'Nobody found.')
  await page.getByLabel('Search by name or address').fill('')
  const me = page.getByRole('listitem').filter({ hasText: '(you)' })
  await me.getByRole('button', { name: /^Change what/ }).click()
  await page.getByRole('menuitem', { name: 'Make a member' }).click()
  await tells(admin, 'Somebody has to look after this installation.')
  for (const device of [admin, guest]) expect(device.complaints).toEqual([])
})

test('whoever types wrong codes again and again is asked to wait', async () => {
  const phone = await openDevice(browser, 'phone', system.url)
  await Promise.all(
    Array.from({ length: 70 }, async () => {
      await fetch(`${system.url}/trpc/sessions.lookup?input=${encodeURIComponent('{"code":"000001"}')}`)
    }),
  )
  await phone.page.getByRole('textbox', { name: /code/i }).fill('000002')
  await tells(phone, /Take a break: it works again in \d+ min\./)
  await phone.picture('join-too-many')
  expect(phone.complaints).toEqual([])
})

const looks = (['phone', 'screen'] as const).flatMap((kind) =>
  (['en-GB', 'de-DE'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ kind, locale, colorScheme })),
  ),
)

const pages = {
  'sign-in': '/sign-in',
  'sign-in-ended': '/sign-in?ended&to=/library',
  forgotten: '/sign-in/forgotten',
  register: '/sign-in/new',
  account: '/account',
  confirm: '/account/confirm#key',
  reset: '/account/reset#key',
  invitation: '/account/invitation#key',
  claim: '/admin/claim#key',
  'no-key': '/admin/claim',
  'not-admin': '/admin',
  library: '/library',
} as const

test.each(looks)('every page is shown: $kind, $locale, $colorScheme', async ({ kind, locale, colorScheme }) => {
  const suffix = `${locale.slice(0, 2)}-${colorScheme}`
  const device = await openDevice(browser, kind, system.url, { locale, colorScheme })
  const shoot = async (name: string, path: string) => {
    await device.page.goto(system.url + path)
    await device.page.getByRole('main').locator('h1, [role="alert"]').first().waitFor()
    await device.page.waitForLoadState('networkidle')
    await device.wholePicture(`accounts-${name}-${suffix}`)
    expect(await device.page.evaluate(() => document.documentElement.scrollWidth)).toBe(sizes[kind].width)
  }
  for (const [name, path] of Object.entries(pages)) await shoot(name, path)
  expect(device.complaints).toEqual([])

  // The same device as somebody, and as the admin.
  await device.page.context().clearCookies()
  const kept = await admin.page.evaluate(() => localStorage.getItem('humuus.device'))
  await device.page.evaluate((value) => localStorage.setItem('humuus.device', value ?? ''), kept)
  await shoot('admin', '/admin')
  await shoot('account-admin', '/account')
  expect(device.complaints).toEqual([])
  await device.context.close()
})

test('no page wants what its policy forbids', async () => {
  const host = await connect({ url: system.url })
  const device = await openDevice(browser, 'console', system.url, { account: host.device })
  const paths = [
    '/',
    '/library',
    '/_styles',
    '/s/000000',
    '/nowhere',
    '/host/x',
    '/screen/x',
    '/report/x',
    '/receipts/x',
  ]
  for (const path of [...paths, ...Object.values(pages)]) {
    await device.page.goto(system.url + path)
    await device.page.waitForLoadState('networkidle')
  }
  await device.page.goto(`${system.url}/_styles`)
  for (const name of ['Open', 'Open sheet', 'Ask first', 'Show a message']) {
    await device.page.getByRole('button', { name, exact: true }).first().click()
    await device.page.waitForTimeout(300)
    await device.page.keyboard.press('Escape')
    await device.page.waitForTimeout(300)
  }
  expect(device.complaints).toEqual([])
  await host.close()
})
