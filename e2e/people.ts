import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Device as Account } from '@humuus/client'
import type { Browser, BrowserContext, Page } from 'playwright-core'

const pictures = fileURLToPath(new URL('screenshots/', import.meta.url))

export const sizes = {
  phone: { width: 390, height: 844 },
  console: { width: 1440, height: 900 },
  screen: { width: 1920, height: 1080 },
} as const

/** One device with a browser of its own. What its pages complain about is collected. */
export interface Device {
  readonly context: BrowserContext
  readonly page: Page
  readonly complaints: string[]
  /** Keeps a picture of what it shows now. */
  picture(name: string): Promise<void>
}

interface Looks {
  /** Whose device it is; without it, somebody new. */
  readonly account?: Account
  readonly locale?: 'en-GB' | 'de-DE'
  readonly colorScheme?: 'light' | 'dark'
}

/** Opens a page on a device: a new one that speaks English, by day, unless something else is said. */
export async function openDevice(
  browser: Browser,
  kind: keyof typeof sizes,
  address: string,
  { account, locale = 'en-GB', colorScheme = 'light' }: Looks = {},
): Promise<Device> {
  const context = await browser.newContext({
    viewport: sizes[kind],
    locale,
    colorScheme,
    reducedMotion: 'reduce',
    ...(kind === 'phone' && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
  })
  if (account)
    await context.addInitScript((kept) => localStorage.setItem('humuus.device', kept), JSON.stringify(account))
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(address)
  return {
    context,
    page,
    complaints,
    picture: async (name) => {
      await mkdir(pictures, { recursive: true })
      await page.screenshot({ path: `${pictures}${name}-${kind}.png` })
    },
  }
}

/** Joins by typing the code on the start page, as people do. */
export async function joinByCode(device: Device, code: string, name: string): Promise<void> {
  const { page } = device
  await page.getByRole('textbox', { name: /code/i }).fill(code)
  await enterName(device, name)
}

/** The name page: another name than the suggested one. */
export async function enterName({ page }: Device, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name here' }).fill(name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByText('You are in.').waitFor()
}
