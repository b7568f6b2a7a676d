import { type Client, connect } from '@humuus/client'
import { type SmtpForTests, smtpServer } from '@humuus/jobs/testing/smtp'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { claimLink } from './claim-link.ts'
import { openDevice, sizes } from './people.ts'
import { dataFolder, npmStart, type System } from './system.ts'

let isStrict = true
let smtp: SmtpForTests
let system: System
let browser: Browser
let admin: Client

// An installation whose mail server takes nothing for now.
beforeAll(async () => {
  smtp = await smtpServer({ refuse: () => (isStrict ? { code: 550, text: 'go away' } : null) })
  const data = await dataFolder()
  system = await npmStart(data, { SMTP_URL: smtp.url })
  browser = await launchBrowser()
  admin = await connect({ url: system.url })
  const [, key = ''] = (await claimLink(system, data)).split('#')
  await admin.trpc.account.becomeAdmin.mutate({ key })
  const host = await connect({ url: system.url })
  const [demo] = await host.trpc.workshops.list.query()
  const { sessionId } = await host.trpc.sessions.create.mutate({ workshopId: demo?.id ?? '', hostName: '' })
  host.watch({ sessionId, role: 'host' })
  await host.trpc.account.register.mutate({
    email: 'ada@example.org',
    password: 'leaves and stones and rain',
    language: 'en',
  })
})

afterAll(async () => {
  await browser?.close()
  await admin?.close()
  await system?.[Symbol.asyncDispose]()
  await smtp?.[Symbol.asyncDispose]()
})

const looks = (['phone', 'console'] as const).flatMap((kind) =>
  (['en-GB', 'de-DE'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ kind, locale, colorScheme })),
  ),
)

test.each(looks)(
  'the page of operators is shown: $kind, $locale, $colorScheme',
  async ({ kind, locale, colorScheme }) => {
    const looks = { locale, colorScheme, account: admin.device }
    const { page, context, complaints, wholePicture } = await openDevice(browser, kind, `${system.url}/ops`, looks)
    await page.getByText(/^1 (job was|Auftrag wurde)/).waitFor()
    await page.getByText(/^mail \S+ was given up: 550/).waitFor()
    await wholePicture(`ops-${locale.slice(0, 2)}-${colorScheme}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sizes[kind].width)
    expect(complaints).toEqual([])
    await context.close()
  },
)

test('an admin sees how it is doing, and has what was given up tried again', async () => {
  const { page, picture, complaints } = await openDevice(browser, 'console', `${system.url}/admin`, {
    account: admin.device,
  })
  await page.getByRole('link', { name: 'How it is doing' }).click()
  await page.getByText('This server', { exact: true }).waitFor()
  await expect.poll(() => page.getByText('Alive', { exact: true }).count()).toBe(2)
  const people = page.getByText('People connected').locator('..').locator('dd span').first()
  await expect.poll(() => people.textContent()).toBe('1')
  const mail = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'mail', exact: true }) })
  await expect.poll(() => mail.getByRole('cell').last().textContent()).toBe('1')

  isStrict = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('It is tried again.').waitFor()
  await smtp.mailTo('ada@example.org')
  await page.getByText('No job was given up.').waitFor()
  await expect.poll(() => mail.getByRole('cell').last().textContent(), { timeout: 15_000 }).toBe('0')

  await page.context().setOffline(true)
  await page.getByText('The server cannot be reached. These are the numbers of').waitFor({ timeout: 30_000 })
  await picture('ops-offline')
  await page.context().setOffline(false)
  await page.getByText('Everything works.').waitFor({ timeout: 30_000 })
  expect(complaints).toEqual([])
})

test('whoever is no admin is told so, kindly', async () => {
  const { page, picture, complaints } = await openDevice(browser, 'phone', `${system.url}/ops`)
  await page.getByText('This page is for those who look after the installation.').waitFor()
  await picture('ops-refused')
  expect(complaints).toEqual([])
})
