import { readFile } from 'node:fs/promises'
import { connect } from '@humuus/client'
import { expect, test } from 'vitest'
import { openHosting } from './hosting.ts'
import { type Device, openDevice, openTab } from './people.ts'
import { openStage } from './stage.ts'

const password = 'leaves and stones and rain'

const stage = openStage()

async function tells({ page }: Device, words: string | RegExp, timeout = 15_000): Promise<void> {
  await page.getByText(words).first().waitFor({ timeout })
}

async function fillIn({ page }: Device, email: string, secret = password): Promise<void> {
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(secret)
}

async function register(device: Device, email: string): Promise<void> {
  await device.page.goto(`${stage.system.url}/sign-in/new?to=/account`)
  await fillIn(device, email)
  await device.page.getByRole('button', { name: 'Create the account' }).click()
  await tells(device, 'Your account is made.')
}

async function signIn(device: Device, email: string, to = '/account', secret = password): Promise<void> {
  await device.page.goto(`${stage.system.url}/sign-in?to=${to}`)
  await fillIn(device, email, secret)
  await device.page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** A device that has a workshop of its own, which a program put there. */
async function deviceWithWorkshop(kind: 'phone' | 'console', title: string): Promise<Device> {
  const host = await connect({ url: stage.system.url })
  const file = { format: 'humuus/1', title, nodes: [{ id: 'end', type: 'end', data: {} }] }
  expect(await host.trpc.workshops.create.mutate({ file })).toMatchObject({ ok: true })
  const device = await openDevice(stage.browser, kind, `${stage.system.url}/library`, { account: host.device })
  await tells(device, title)
  await host.close()
  return device
}

test('somebody makes an account, signs in elsewhere and takes along or leaves what was done there', async () => {
  const email = 'ada@example.org'
  const desk = await deviceWithWorkshop('console', 'Of the desk')
  await desk.page.getByRole('link', { name: 'Settings' }).click()
  await tells(desk, 'this browser is your key')
  await desk.page.getByRole('link', { name: 'Create an account' }).click()
  await fillIn(desk, email, 'short')
  await tells(desk, '5 more characters, then it is long enough.')
  await fillIn(desk, email, 'password1234')
  await desk.page.getByRole('button', { name: 'Create the account' }).click()
  await tells(desk, 'This password is easily guessed.')
  await fillIn(desk, email)
  await tells(desk, 'Long enough.')
  await desk.page.getByRole('button', { name: 'Create the account' }).click()
  await tells(desk, 'Your account is made.')
  await desk.page.getByRole('link', { name: 'Go on' }).click()
  await tells(desk, email)
  await desk.page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
  await desk.page.getByRole('button', { name: 'Save', exact: true }).click()
  await desk.page.getByRole('link', { name: 'Account: Ada Lovelace' }).waitFor()
  await desk.page.getByRole('button', { name: 'Another one' }).click()
  await desk.page.getByRole('button', { name: 'As it was at first' }).click()

  const laptop = await deviceWithWorkshop('console', 'Of the laptop')
  await signIn(laptop, email, '/library')
  await tells(laptop, 'this was done here: 1 workshop, 0 sessions')
  await laptop.picture('account-history')
  await laptop.page.getByRole('button', { name: 'Cancel' }).click()
  await fillIn(laptop, email)
  await laptop.page.keyboard.press('Enter')
  await laptop.page.getByRole('button', { name: 'Take it along' }).click()
  await laptop.page.waitForURL(({ pathname }) => pathname === '/library')
  await tells(laptop, 'Of the desk')
  await tells(laptop, 'Of the laptop')

  const phone = await deviceWithWorkshop('phone', 'Of the phone')
  await signIn(phone, email, '/library')
  await tells(phone, 'this was done here: 1 workshop, 0 sessions')
  await phone.picture('account-history')
  await phone.page.getByRole('button', { name: 'Leave it on this device' }).click()
  await phone.page.waitForURL(({ pathname }) => pathname === '/library')
  await tells(phone, 'Of the desk')
  expect(await phone.page.getByText('Of the phone').count()).toBe(0)
  await phone.page.goto(`${stage.system.url}/account`)
  await phone.page.getByRole('button', { name: 'Sign out of this device' }).click()
  await phone.page.waitForURL(`${stage.system.url}/`)
  await phone.page.goto(`${stage.system.url}/library`)
  await tells(phone, 'Of the phone')
  expect(await phone.page.getByText('Of the desk').count()).toBe(0)
  for (const device of [desk, laptop, phone]) expect(device.complaints).toEqual([])
})

test('a device that is signed out elsewhere says so at once, as do all others when the password changes', async () => {
  const email = 'grace@example.org'
  const desk = await openDevice(stage.browser, 'console', `${stage.system.url}/account`)
  await register(desk, email)
  const host = await connect({ url: stage.system.url })
  const made = await host.trpc.workshops.create.mutate({
    file: { format: 'humuus/1', title: 'On stage', nodes: [{ id: 'end', type: 'end', data: {} }] },
  })
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  const { sessionId } = await host.trpc.sessions.create.mutate({ workshopId: made.id, hostName: 'Grace' })
  const podium = await openDevice(stage.browser, 'console', `${stage.system.url}/library`, { account: host.device })
  await signIn(podium, email, `/host/${sessionId}`)
  await podium.page.getByRole('button', { name: 'Take it along' }).click()
  await podium.page.waitForURL(({ pathname }) => pathname.startsWith('/host/'))
  await podium.page.getByRole('button', { name: 'Start', exact: true }).waitFor()

  await desk.page.goto(`${stage.system.url}/account`)
  await desk.page.getByRole('button', { name: /^Sign out: / }).click()
  const began = performance.now()
  await podium.page.waitForURL(/\/sign-in\?ended/, { timeout: 10_000 })
  expect(performance.now() - began).toBeLessThan(2_000)
  await tells(podium, 'You were signed out of this device.')
  await podium.picture('account-ended')

  await fillIn(podium, email)
  await podium.page.keyboard.press('Enter')
  await podium.page.waitForURL(({ pathname }) => pathname.startsWith('/host/'))
  await podium.page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  await desk.page.getByRole('button', { name: 'Change the password' }).click()
  await desk.page.getByLabel('Current password').fill('not this one')
  await desk.page.getByLabel('New password').fill('stones and leaves and snow')
  const change = desk.page.getByRole('dialog').getByRole('button', { name: 'Change the password' })
  await change.click()
  await tells(desk, 'This is not your password.')
  await desk.picture('account-password')
  await desk.page.getByLabel('Current password').fill(password)
  await change.click()
  await tells(desk, 'All other devices are signed out.')
  await podium.page.waitForURL(/\/sign-in\?ended/, { timeout: 10_000 })
  await fillIn(podium, email)
  await podium.page.keyboard.press('Enter')
  await tells(podium, 'The address and the password do not fit together.')
  await fillIn(podium, email, 'stones and leaves and snow')
  await podium.page.keyboard.press('Enter')
  await podium.page.waitForURL(({ pathname }) => pathname.startsWith('/host/'))
  for (const device of [desk, podium]) expect(device.complaints).toEqual([])
  await host.close()
})

test('somebody takes their data along, and deletes the account: the answers stay, the name is gone', async () => {
  await using hosting = await openHosting(stage.system.url)
  const email = 'mary@example.org'
  const phone = await openDevice(stage.browser, 'phone', `${stage.system.url}/account`)
  await register(phone, email)
  await phone.page.goto(`${stage.system.url}/account`)
  await phone.page.getByLabel('Name', { exact: true }).fill('Mary Anning')
  await phone.page.getByRole('button', { name: 'Save', exact: true }).click()
  await tells(phone, 'Saved.')
  await phone.page.goto(`${stage.system.url}/s/${hosting.code}`)
  expect(await phone.page.getByRole('textbox', { name: 'Your name here' }).inputValue()).toBe('Mary Anning')
  await phone.page.getByRole('button', { name: 'Join', exact: true }).click()
  await phone.page.getByText('You are in.').waitFor()
  await hosting.command({ type: 'end' })
  const report = async () =>
    JSON.stringify(await hosting.host.trpc.sessions.report.query({ sessionId: hosting.sessionId }))
  expect(await report()).toContain('Mary Anning')

  await phone.page.goto(`${stage.system.url}/account`)
  const [saved] = await Promise.all([
    phone.page.waitForEvent('download'),
    phone.page.getByRole('button', { name: 'Save my data' }).click(),
  ])
  expect(saved.suggestedFilename()).toMatch(/^humuus-\d{4}-\d\d-\d\d\.json$/)
  const data = JSON.parse(await readFile(await saved.path(), 'utf8'))
  expect(data.account).toMatchObject({ email, name: 'Mary Anning', hasPassword: true })
  expect(JSON.stringify(data)).not.toContain('passwordHash')
  expect(data.devices).toHaveLength(1)

  await phone.page.getByRole('button', { name: 'Delete my account' }).click()
  const dialog = phone.page.getByRole('dialog')
  await dialog.getByText('What you did in workshops stays').waitFor()
  await phone.picture('account-delete')
  await dialog.getByRole('button', { name: 'Delete my account' }).click()
  await dialog.getByText('This is not your password.').waitFor()
  await dialog.getByLabel('Your password').fill(password)
  await dialog.getByRole('button', { name: 'Delete my account' }).click()
  await phone.page.waitForURL(`${stage.system.url}/`)
  await expect.poll(report, { timeout: 10_000 }).not.toContain('Mary Anning')
  await signIn(phone, email)
  await tells(phone, 'The address and the password do not fit together.')
  expect(phone.complaints).toEqual([])
})

test('an account speaks its language on every device', async () => {
  const email = 'linus@example.org'
  const desk = await openDevice(stage.browser, 'console', `${stage.system.url}/account`)
  await register(desk, email)
  const phone = await openDevice(stage.browser, 'phone', `${stage.system.url}/sign-in?to=/account`, { locale: 'de-DE' })
  await phone.page.getByLabel('Mailadresse').fill(email)
  await phone.page.getByRole('textbox', { name: 'Passwort', exact: true }).fill(password)
  await phone.page.keyboard.press('Enter')
  await phone.page.waitForURL(({ pathname }) => pathname === '/account')
  await phone.page.getByRole('heading', { name: 'Your data' }).waitFor()
  for (const device of [desk, phone]) expect(device.complaints).toEqual([])
})

test('whoever guesses is told to wait, in minutes', async () => {
  const phone = await openDevice(stage.browser, 'phone', `${stage.system.url}/sign-in`)
  await fillIn(phone, 'nobody@example.org', 'guess')
  for (let tries = 0; tries < 12; tries++) {
    await phone.page.keyboard.press('Enter')
    await phone.page.getByRole('button', { name: 'Sign in', exact: true, disabled: false }).waitFor()
    await expect
      .poll(() => phone.page.getByRole('button', { name: /^Sign in/ }).getAttribute('aria-busy'), { timeout: 10_000 })
      .toBeNull()
  }
  await tells(phone, /Take a break: it works again in \d+ min\./)
  await phone.picture('account-too-many')
  await phone.page.getByLabel('Email address').fill('somebody@example.org')
  await phone.page.context().setOffline(true)
  await phone.page.keyboard.press('Enter')
  await tells(phone, 'The server cannot be reached.')
  await phone.picture('account-offline')
  expect(phone.complaints).toEqual([])
})

test('the keyboard alone is enough to sign in, and one sees where it is', async () => {
  const email = 'hedy@example.org'
  await register(await openDevice(stage.browser, 'console', `${stage.system.url}/account`), email)
  const desk = await openDevice(stage.browser, 'console', `${stage.system.url}/library`)
  const { page } = desk
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)
  const tabTo = async (name: string) => {
    for (let steps = 0; steps < 20; steps++) {
      await page.keyboard.press('Tab')
      if ((await focused())?.startsWith(name)) return
    }
    throw new Error(`the keyboard never reaches "${name}"`)
  }
  await tells(desk, 'Host now')
  await tabTo('Sign in')
  await page.keyboard.press('Enter')
  await page.getByLabel('Email address').waitFor()
  while (!(await page.getByLabel('Email address').evaluate((field) => field === document.activeElement)))
    await page.keyboard.press('Tab')
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await tabTo('Show the password')
  await page.keyboard.press('Space')
  expect(await page.getByRole('textbox', { name: 'Password', exact: true }).getAttribute('type')).toBe('text')
  await desk.picture('account-keyboard')
  await tabTo('Sign in')
  await page.keyboard.press('Enter')
  await page.waitForURL(({ pathname }) => pathname === '/library')
  await tells(desk, 'Host now')
  await page.getByRole('link', { name: 'Settings' }).waitFor()
  expect(await page.getByRole('link', { name: 'Sign in' }).count()).toBe(0)
  expect(desk.complaints).toEqual([])
})

test('tabs of one browser become somebody else together', async () => {
  const email = 'lise@example.org'
  await register(await openDevice(stage.browser, 'console', `${stage.system.url}/account`), email)
  const first = await openDevice(stage.browser, 'console', `${stage.system.url}/library`)
  const second = await openTab(first.context, 'console', `${stage.system.url}/library`)
  await second.page.getByRole('link', { name: 'Sign in' }).waitFor()
  await signIn(first, email, '/library')
  await first.page.waitForURL(({ pathname }) => pathname === '/library')
  await expect.poll(() => second.page.getByRole('link', { name: 'Sign in' }).count(), { timeout: 5_000 }).toBe(0)
  expect(second.complaints).toEqual([])
})
